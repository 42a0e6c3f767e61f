import type { ContentLocale } from "./content-locale.ts";

/** Which piece of a template a problem concerns. */
export interface ProblemPlace {
  /** The file as it is called in a programme folder, such as "en.mjml" or "layouts/letter.mjml". */
  file: string;
  part: "subject" | "preheader" | "body" | "text" | "template";
  /** Null when it concerns every language. */
  locale: ContentLocale | null;
}

/** Something to say about a template, in words that tell the writer what to do. Errors keep it from being published. */
export interface ContentProblem extends ProblemPlace {
  severity: "error" | "warning";
  /** Stable name of the rule, for the console to link to its explanation. */
  code: string;
  message: string;
  line: number;
  column: number;
}

export interface SourcePosition {
  line: number;
  column: number;
}

const START: SourcePosition = { line: 1, column: 1 };

/** An error at a place. */
export function problem(place: ProblemPlace, code: string, message: string, at = START): ContentProblem {
  const { file, part, locale } = place;
  return { severity: "error", code, message, file, part, locale, line: at.line, column: at.column };
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
