import { type Columns, recognisedColumns } from "./columns.ts";
import { decodeFile } from "./decode-file.ts";
import { type ListRecord, readList } from "./read-list.ts";

/** A list that could be read: its rows, and what its columns seem to be. */
export interface ChosenList {
  name: string;
  encoding: string;
  header: string[];
  records: ListRecord[];
  columns: Columns;
}

export type FileRefusal = {
  reason: "too-large" | "no-text" | "empty" | "no-rows" | "too-many-rows" | "open-quote";
  line?: number;
};

export type ReadFile = { ok: true; list: ChosenList } | ({ ok: false } & FileRefusal);

/** Reads a suppression list from the bytes of a file or from what was pasted. */
export function readFile(name: string, bytes: Uint8Array): ReadFile {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const read = readList(decoded.text);
  if (!read.ok) return read;
  const { header, records } = read;
  const columns = recognisedColumns(header, records);
  return { ok: true, list: { name, encoding: decoded.encoding, header, records, columns } };
}
