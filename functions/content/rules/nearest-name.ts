/** The known name that a mistyped one most likely stands for, if any is near enough. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const farthest = Math.max(2, Math.floor(name.length / 3));
  const near = [...known]
    .map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= farthest)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.candidate;
}

/** Levenshtein's distance, one row at a time; names of any length worth comparing are short. */
function editDistance(a: string, b: string): number {
  if (a.length > 60) {
    return Number.POSITIVE_INFINITY;
  }
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    row = nextRow(row, letter, b, index + 1);
  }
  return row.at(-1) ?? 0;
}

function nextRow(row: number[], letter: string, b: string, first: number): number[] {
  const next = [first];
  for (let at = 1; at < row.length; at += 1) {
    const change = (row[at - 1] ?? 0) + (b[at - 1] === letter ? 0 : 1);
    next.push(Math.min(change, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
  }
  return next;
}
