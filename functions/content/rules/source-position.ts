/** A place in a text; lines and columns are counted from 1. */
export interface SourcePosition {
  line: number;
  column: number;
}

/** Names the line and column (both counted from 1) of an offset. */
export function positionAt(source: string, offset: number): SourcePosition {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** The line where a thing that is missing would most likely belong: the last one. */
export function endOf(source: string): SourcePosition {
  return { line: source.trimEnd().split("\n").length, column: 1 };
}
