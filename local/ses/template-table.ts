import type { DatabaseSync } from "node:sqlite";
import type { TemplateContent } from "./ses-input.ts";

export interface StoredTemplate {
  name: string;
  content: TemplateContent;
  createdAt: number;
}

/** Templates kept in the account. */
export class TemplateTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  put(template: StoredTemplate): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO template (name, content, createdAt) VALUES (?, ?, ?)")
      .run(template.name, JSON.stringify(template.content), template.createdAt);
  }

  get(name: string): StoredTemplate | undefined {
    return this.#all("SELECT * FROM template WHERE name = ?", name)[0];
  }

  delete(name: string): boolean {
    return this.#database.prepare("DELETE FROM template WHERE name = ?").run(name).changes > 0;
  }

  list(): StoredTemplate[] {
    return this.#all("SELECT * FROM template ORDER BY name");
  }

  #all(sql: string, ...values: string[]): StoredTemplate[] {
    const rows = this.#database.prepare(sql).all(...values) as unknown as {
      name: string;
      content: string;
      createdAt: number;
    }[];
    return rows.map((row) => ({ ...row, content: JSON.parse(row.content) }));
  }
}
