import { encode } from "uqr";

/** A QR code as one SVG path in a square of `size` units. */
export interface QrPath {
  size: number;
  path: string;
}

/** Draws a text as a QR code: each run of dark modules in a row is one bar. */
export function qrPath(text: string): QrPath {
  // "M" still reads with 15 % of it smudged, as on a printed card; the border of 4 is what the standard asks for.
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  return { size, path: data.map((row, y) => rowPath(row, y)).join("") };
}

function rowPath(row: boolean[], y: number): string {
  const bars: string[] = [];
  let start = -1;
  for (let x = 0; x <= row.length; x++) {
    if (row[x] && start < 0) start = x;
    if (row[x] || start < 0) continue;
    bars.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    start = -1;
  }
  return bars.join("");
}
