import type { DatabaseSync } from "node:sqlite";

export type SuppressionReason = "BOUNCE" | "COMPLAINT";

export interface SuppressedAddress {
  address: string;
  reason: SuppressionReason;
  at: number;
}

/** The account's suppression list: addresses SES accepts mail for and then does not deliver to. */
export class SuppressionList {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  put(address: string, reason: SuppressionReason, at: number): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO suppressed (address, reason, at) VALUES (?, ?, ?)")
      .run(address.toLowerCase(), reason, at);
  }

  get(address: string): SuppressedAddress | undefined {
    const row = this.#database.prepare("SELECT * FROM suppressed WHERE address = ?").get(address.toLowerCase());
    return row as unknown as SuppressedAddress | undefined;
  }

  delete(address: string): boolean {
    return this.#database.prepare("DELETE FROM suppressed WHERE address = ?").run(address.toLowerCase()).changes > 0;
  }

  list(): SuppressedAddress[] {
    return this.#database
      .prepare("SELECT * FROM suppressed ORDER BY at, address")
      .all() as unknown as SuppressedAddress[];
  }
}
