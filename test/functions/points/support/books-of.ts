import { expect } from "vitest";
import { type Rebuilt, rebuildBalance } from "../../../../functions/points/rebuild-balance.ts";
import type { LedgerEntry } from "../../../../functions/points/rules/ledger-entry.ts";
import type { LocalTables } from "./local-tables.ts";

/** A member's balance, after the entries, the lots and the balance row were found to say the same (I1, I2, I3). */
export async function provenBalance(tables: LocalTables, contactId: string): Promise<Rebuilt["balance"]> {
  const proof = await rebuildBalance(contactId);
  expect(proof.ok, `the books of ${contactId} do not balance: ${JSON.stringify(proof)}`).toBe(true);
  const { pending, available, debt } = proof.cached;
  expect(Math.min(pending, available, debt)).toBeGreaterThanOrEqual(0);
  const { earn, adjust, redeem, expire, reverse, outstanding } = proof.totals;
  expect(earn + adjust).toBe(outstanding - redeem - expire - reverse);
  for (const entry of entriesOf(tables, contactId)) {
    expect(entry.cause).not.toBe("");
    expect(entry.postings.reduce((sum, { points }) => sum + points, 0)).toBe(0);
  }
  return proof.balance;
}

/** A member's entries as they stand in the table. */
export function entriesOf(tables: LocalTables, contactId: string): LedgerEntry[] {
  return tables.rows("Ledger").filter(({ pk }) => pk === contactId) as unknown as LedgerEntry[];
}

/** The events that a member's books told, by type. */
export function eventsOf(tables: LocalTables, contactId: string): { type: string; data: Record<string, unknown> }[] {
  const rows = tables.rows("Main").filter(({ pk, sk }) => pk === contactId && sk.startsWith("event#"));
  return rows.map(({ type, data }) => ({ type: String(type), data: data as Record<string, unknown> }));
}

/** The rows of a member that wait for their time, by sort key prefix. */
export function dueOf(
  tables: LocalTables,
  contactId: string,
  prefix: string,
): { pk: string; sk: string; dueAt: string }[] {
  const rows = tables.rows("Main").filter(({ pk, sk, queue }) => pk === contactId && sk.startsWith(prefix) && queue);
  return rows.map(({ pk, sk, dueAt }) => ({ pk, sk, dueAt: String(dueAt) }));
}
