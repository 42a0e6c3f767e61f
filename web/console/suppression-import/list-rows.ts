import type { ListedRow } from "../../api/schema.d.ts";
import type { Columns } from "./columns.ts";
import type { ListRecord } from "./read-list.ts";

/** A row as it is sent, and its line in the file. */
export interface LinedRow {
  line: number;
  row: ListedRow;
}

const LONGEST_CELL = 320;

/** The rows of a list as its columns say. */
export function listRows(records: readonly ListRecord[], { email, reason, at }: Columns): LinedRow[] {
  return records.map(({ line, cells }) => {
    const said = { reason: cellOf(cells, reason), at: cellOf(cells, at) };
    const row = { ...(said.reason && { reason: said.reason }), ...(said.at && { at: said.at }) };
    return { line, row: { email: cellOf(cells, email), ...row } };
  });
}

/** How many bytes of rows one call carries at most; the service takes a little more. */
const LARGEST_CALL = 300_000;
const MOST_ROWS_A_CALL = 200;

/** The rows from one place on that go into one call. */
export function rowsForCall(rows: readonly LinedRow[], from: number): ListedRow[] {
  const taken: ListedRow[] = [];
  let size = 0;
  for (const { row } of rows.slice(from, from + MOST_ROWS_A_CALL)) {
    size += JSON.stringify(row).length * 3;
    if (taken.length > 0 && size > LARGEST_CALL) break;
    taken.push(row);
  }
  return taken;
}

/** The id of a list: the same rows with the same meaning are the same list. */
export async function listId(rows: readonly LinedRow[], otherwise: string): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify([otherwise, rows.map(({ row }) => row)]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function cellOf(cells: readonly string[], at: number): string {
  const text = undefused(cells[at]?.trim() ?? "").trim();
  // What is longer is no address, and half a character is no text.
  return text.slice(0, LONGEST_CELL).toWellFormed();
}

/** Our own files put a quote before what a spreadsheet would calculate. */
function undefused(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
