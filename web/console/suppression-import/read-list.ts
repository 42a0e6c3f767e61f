import Papa from "papaparse";

/** As many rows are taken in one go. */
export const MOST_ROWS = 100_000;

/** Nobody could choose among more. */
const MOST_COLUMNS = 200;

/** One row of the file, and the line on which it begins. */
export interface ListRecord {
  line: number;
  cells: string[];
}

export type ReadList =
  | { ok: true; header: string[]; records: ListRecord[] }
  | { ok: false; reason: "no-rows" | "too-many-rows" }
  | { ok: false; reason: "open-quote"; line: number };

/** Reads the text of a CSV: its head and its rows, whatever separates the cells; empty lines are no rows. */
export function readList(text: string): ReadList {
  const { data, errors } = Papa.parse<string[]>(text);
  const all = numbered(data);
  const open = errors.find(({ code }) => code === "MissingQuotes");
  // From an open quote on, everything would be one cell.
  if (open) return { ok: false, reason: "open-quote", line: lineOfRow(data, open.row ?? 0) };
  const [head, ...records] = withHead(all.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")));
  if (!head || records.length === 0) return { ok: false, reason: "no-rows" };
  if (records.length > MOST_ROWS) return { ok: false, reason: "too-many-rows" };
  return { ok: true, header: head.cells.slice(0, MOST_COLUMNS).map((cell) => cell.trim()), records };
}

/** A pasted column of addresses has no head: then its first row is a row like the others. */
function withHead(records: ListRecord[]): ListRecord[] {
  const [first] = records;
  const hasHead = first && !first.cells.some((cell) => cell.includes("@"));
  return hasHead || !first ? records : [{ line: 0, cells: first.cells.map(() => "") }, ...records];
}

function numbered(data: string[][]): ListRecord[] {
  let line = 1;
  return data.map((cells) => {
    const record = { line, cells };
    line += linesOf(cells);
    return record;
  });
}

function lineOfRow(data: string[][], row: number): number {
  return data.slice(0, row).reduce((line, cells) => line + linesOf(cells), 1);
}

/** A cell in quotes may go on over several lines. */
function linesOf(cells: string[]): number {
  return 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
