import type { ContentLocale } from "./content-locale.ts";

/** Who reads the mail. */
export interface Reader {
  locale: ContentLocale;
  zone: string;
}

/** Checked values by the full names of their variables. */
export type FilledValues = Readonly<Record<string, unknown>>;

/** The line of a list that is being repeated. */
export interface Line {
  text: string;
  index: number;
  first: boolean;
  last: boolean;
}

/** Writes what (a step of) a program says to one reader. */
export type Writer = (values: FilledValues, reader: Reader, line?: Line) => string;
