import { type Measurement, passes } from "./bench.ts";

/** Measurements as lines of text in columns. */
export function table(measurements: Measurement[]): string {
  const rows = measurements.map(cells);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => padded(row, widths)).join("\n");
}

function cells(measurement: Measurement): string[] {
  const { case: name, value, unit, moonshot, note = "" } = measurement;
  return [
    passes(measurement) ? " " : "✗",
    name,
    `${shown(value)} ${unit}`,
    range(measurement),
    limit(measurement),
    moonshot === undefined ? "" : `moonshot ${shown(moonshot)}`,
    note,
  ];
}

function range({ min, max }: Measurement): string {
  return min === undefined || max === undefined ? "" : `${shown(min)} … ${shown(max)}`;
}

function limit({ gate }: Measurement): string {
  return gate ? `${gate.is === "at-most" ? "≤" : "≥"} ${shown(gate.value)}` : "";
}

function padded(row: string[], widths: number[]): string {
  return row
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join("  ")
    .trimEnd();
}

function shown(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(2);
}
