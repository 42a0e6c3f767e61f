import {
  type ListedRow,
  type ListTold,
  listedSuppression,
  type RowVerdict,
  verdictOn,
} from "../contacts/rules/listed-suppression.ts";
import type { Suppression, SuppressionRecord } from "../contacts/rules/suppression.ts";
import { readSuppressionRecords } from "../contacts/suppression-store.ts";

/** One row beside what is kept of its address, and beside the rows before it. */
export interface WeighedRow {
  verdict: RowVerdict;
  /** What it would change; nothing when there is enough already. */
  change?: { email: string; suppression: Suppression; kept: SuppressionRecord | undefined };
}

/** What each of these rows would change now; nothing is changed by asking. */
export async function weighRows(rows: readonly ListedRow[], told: ListTold): Promise<WeighedRow[]> {
  const listed = rows.map((row) => listedSuppression(row, told));
  const kept = await readSuppressionRecords(listed.flatMap((each) => (each ? [each.email] : [])));
  // A list may name an address twice, and the second time it is suppressed already.
  const known = new Map(kept);
  return listed.map((each) => {
    if (!each) return { verdict: "refused" };
    const { email, suppression } = each;
    const verdict = verdictOn(known.get(email), suppression);
    if (verdict === "kept") return { verdict };
    known.set(email, suppression);
    return { verdict, change: { email, suppression, kept: kept.get(email) } };
  });
}
