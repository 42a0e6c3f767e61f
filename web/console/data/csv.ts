import Papa from "papaparse";

/** A CSV that spreadsheets open as it is: cells that they would calculate get a quote before them (CWE-1236). */
export function csvText(header: string[], rows: string[][]): string {
  const body = Papa.unparse({ fields: header, data: rows }, { escapeFormulae: true, newline: "\r\n" });
  // Without the mark, Excel reads UTF-8 as something else.
  return `\uFEFF${body}\r\n`;
}
