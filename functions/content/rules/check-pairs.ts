import { type ContentProblem, problem } from "./content-problem.ts";
import type { ProblemFact } from "./problem-details.ts";
import { positionAt } from "./source-position.ts";
import { type SourcePiece, splitExpressions } from "./split-expressions.ts";
import type { SyntaxScope } from "./syntax-scope.ts";

/** Says at its own line which expression has no end and which block is never closed, or closed without being opened. */
export function checkPairs(source: string, scope: SyntaxScope): ContentProblem[] {
  const say = ({ at }: SourcePiece, fact: ProblemFact) => problem(scope.place, fact, positionAt(source, at));
  const pieces = splitExpressions(source).filter(({ kind }) => kind === "expression");
  const unfinished = pieces.filter(isUnfinished);
  if (unfinished.length > 0) {
    return unfinished.map((piece) => say(piece, { code: "unfinished", beginning: beginningOf(piece) }));
  }
  const { open, stray } = followBlocks(pieces);
  return [
    ...open.map((piece) => say(piece, { code: "unclosed-block", block: piece.raw, name: openedBy(piece) ?? "" })),
    ...stray.map((piece) => say(piece, { code: "unopened-block", block: piece.raw })),
  ];
}

/** The name of the block that an expression opens, if it opens one. */
export function openedBy({ raw }: SourcePiece): string | undefined {
  return /^\{\{~?[#^]\s*[>*]?\s*([^\s~}]+)/.exec(raw)?.[1];
}

function followBlocks(pieces: readonly SourcePiece[]): { open: SourcePiece[]; stray: SourcePiece[] } {
  const stack: SourcePiece[] = [];
  const found: { open: SourcePiece[]; stray: SourcePiece[] } = { open: [], stray: [] };
  for (const piece of pieces) {
    const closed = /^\{\{~?\/\s*([^\s~}]+)/.exec(piece.raw)?.[1];
    if (openedBy(piece)) {
      stack.push(piece);
    } else if (closed) {
      const at = stack.findLastIndex((candidate) => openedBy(candidate) === closed);
      // Whatever was opened since and is still open has lost its own end.
      if (at < 0) found.stray.push(piece);
      else found.open.push(...stack.splice(at).slice(1));
    }
  }
  found.open.push(...stack);
  return found;
}

function isUnfinished({ raw }: SourcePiece): boolean {
  const inside = raw.replace(/^\{+/, "").replace(/"[^"]*"|'[^']*'/g, "");
  return !raw.endsWith("}}") || inside.includes("{{");
}

function beginningOf({ raw }: SourcePiece): string {
  const words = /^\{+[^<{\n]*/.exec(raw)?.[0].trim() ?? "{{";
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
}
