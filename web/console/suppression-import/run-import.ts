import type { SuppressionImportStanding } from "../../api/schema.d.ts";
import { beginSuppressionImport, checkSuppressionRows, takeSuppressionRows } from "../data/suppression-import.ts";
import type { Otherwise } from "./columns.ts";
import { type LinedRow, listId, rowsForCall } from "./list-rows.ts";
import { startTally, type Tally } from "./tally.ts";

/** Rows of a list, what they mean where they do not say it, and how far the work on them is. */
export interface ListWork {
  fileName: string;
  rows: readonly LinedRow[];
  otherwise: Otherwise;
  signal: AbortSignal;
  /** Is told how many rows are done. */
  onProgress(done: number): void;
}

/** Asks what the import would change, call by call. */
export async function checkList({ rows, otherwise, signal, onProgress }: ListWork): Promise<Tally> {
  const { tally, add } = startTally();
  for (let from = 0; from < rows.length; ) {
    const sent = rowsForCall(rows, from);
    const checked = await checkSuppressionRows({ otherwise, rows: sent }, signal);
    add(rows.slice(from, from + sent.length), checked);
    from += sent.length;
    onProgress(from);
  }
  return tally;
}

/** Imports the list, from where an earlier import of the same list stopped. */
export async function takeList(work: ListWork): Promise<SuppressionImportStanding> {
  const { fileName, rows, otherwise, signal, onProgress } = work;
  const id = await listId(rows, otherwise);
  let stands = await beginSuppressionImport(id, { fileName: fileName.slice(0, 200), rows: rows.length, otherwise });
  while (!stands.finishedAt) {
    onProgress(stands.next);
    stands = await takeSuppressionRows(id, { from: stands.next, rows: rowsForCall(rows, stands.next) }, signal);
  }
  onProgress(stands.next);
  return stands;
}
