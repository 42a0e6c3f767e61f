import type { ListTold, RowVerdict } from "../../contacts/rules/listed-suppression.ts";
import type { Instant } from "../../platform/clock.ts";

/** How many rows became what. */
export type RowCounts = Record<RowVerdict, number>;

/** One list of another sender as it is being taken over: how far it is, and what became of its rows so far. */
export interface SuppressionImport {
  /** Follows from the content of the list, so that the same list again is the same import. */
  id: string;
  fileName: string;
  otherwise: ListTold["otherwise"];
  rows: number;
  /** The first row that is not done yet. */
  next: number;
  counts: RowCounts;
  startedAt: Instant;
  startedBy: string;
  finishedAt?: Instant;
}

export const NO_ROWS: RowCounts = { new: 0, graver: 0, kept: 0, refused: 0 };

/** The longest list that is taken in one go. */
export const MOST_ROWS = 100_000;

/** How many rows one call may bring. */
export const MOST_ROWS_A_CALL = 200;

/** An import after these verdicts on its next rows. */
export function movedOn({ next, counts }: SuppressionImport, verdicts: readonly RowVerdict[]) {
  const after = { ...counts };
  for (const verdict of verdicts) after[verdict] += 1;
  return { next: next + verdicts.length, counts: after };
}

/** What a list says of itself where its rows do not. */
export function toldBy({ otherwise, startedAt, startedBy }: SuppressionImport): ListTold {
  return { otherwise, importedAt: startedAt, by: startedBy };
}
