export type ComparedLine = { text: string; differs: boolean };

/** The lines of a text, each marked when the other text lacks it; order is kept, nothing is left out. */
export function lineDifferences(text: string, other: string): ComparedLine[] {
  const lines = text.split("\n");
  const kept = commonLines(lines, other.split("\n"));
  return lines.map((line, at) => ({ text: line, differs: !kept.has(at) }));
}

/** Indexes of the lines that belong to the longest common run of lines, the measure of every diff. */
function commonLines(lines: string[], others: string[]): Set<number> {
  const lengths = commonLengths(lines, others);
  const length = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const kept = new Set<number>();
  let row = 0;
  let column = 0;
  while (row < lines.length && column < others.length) {
    if (lines[row] === others[column]) {
      kept.add(row++);
      column++;
    } else if (length(row + 1, column) >= length(row, column + 1)) row++;
    else column++;
  }
  return kept;
}

/** lengths[i][j]: how many lines the rests from i and from j share. */
function commonLengths(lines: string[], others: string[]): number[][] {
  const lengths: number[][] = [];
  for (let row = lines.length; row >= 0; row--) {
    const below = lengths[row + 1];
    const current = new Array<number>(others.length + 1).fill(0);
    for (let column = others.length - 1; below && column >= 0; column--) {
      const same = lines[row] === others[column];
      const skipped = Math.max(below[column] ?? 0, current[column + 1] ?? 0);
      current[column] = same ? (below[column + 1] ?? 0) + 1 : skipped;
    }
    lengths[row] = current;
  }
  return lengths;
}
