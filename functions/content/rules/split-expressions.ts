/** A stretch of template source: plain text, or one {{…}} with its braces. */
export interface SourcePiece {
  kind: "text" | "expression" | "comment";
  raw: string;
  at: number;
}

/** Splits a source into text and {{…}} expressions. An expression that never ends is returned as the rest of the file. */
export function splitExpressions(source: string): SourcePiece[] {
  const pieces: SourcePiece[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("{{", at);
    const textEnd = open < 0 ? source.length : open;
    if (textEnd > at) {
      pieces.push({ kind: "text", raw: source.slice(at, textEnd), at });
    }
    at = textEnd;
    if (open >= 0) {
      at = expressionEnd(source, open);
      const kind = /^\{\{~?!/.test(source.slice(open, open + 4)) ? "comment" : "expression";
      pieces.push({ kind, raw: source.slice(open, at), at: open });
    }
  }
  return pieces;
}

/** The same source with every expression and comment blanked out, lengths and lines unchanged. */
export function maskExpressions(source: string): string {
  return splitExpressions(source)
    .map((piece) => (piece.kind === "text" ? piece.raw : piece.raw.replace(/[^\n]/g, "x")))
    .join("");
}

function expressionEnd(source: string, open: number): number {
  const comment = /^\{\{~?!(--)?/.exec(source.slice(open, open + 6));
  if (comment) {
    return endAfter(source, open, comment[1] ? /--~?\}\}/g : /\}\}/g);
  }
  // Closing braces inside a quoted text belong to the text.
  return endAfter(source, open, /"[^"]*"|'[^']*'|\}\}\}?\}?/g);
}

function endAfter(source: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from + 2;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (match[0].includes("}}") && !/^["']/.test(match[0])) {
      return match.index + match[0].length;
    }
  }
  return source.length;
}
