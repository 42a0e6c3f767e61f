import type { ContentLocale } from "./content-locale.ts";
import type { ProblemCode, ProblemFact } from "./problem-details.ts";
import { sayProblem } from "./say-problem.ts";
import type { SourcePosition } from "./source-position.ts";

/** Which piece of a template a problem concerns. */
export interface ProblemPlace {
  /** The file as it is called in a programme folder, such as "en.mjml" or "layouts/letter.mjml". */
  file: string;
  part: "subject" | "preheader" | "body" | "text" | "template";
  /** Null when it concerns every language. */
  locale: ContentLocale | null;
}

/** Something to say about a template. Errors keep it from being published; advice never does. */
export interface ContentProblem extends ProblemPlace, SourcePosition {
  severity: "error" | "advice";
  /** Stable name of the rule, for whoever wants to act on it. */
  code: ProblemCode;
  /** What the sentence is made of. */
  details: Readonly<Record<string, string | number | readonly string[]>>;
  /** The sentence in each language of the console, which tells the writer what to do. */
  message: Readonly<Record<ContentLocale, string>>;
  /** The field of a form to mend it in, as in "title" or "stories/1/title"; null when it is not in what was filled. */
  field: string | null;
}

const START: SourcePosition = { line: 1, column: 1 };

/** An error at a place. */
export function problem(place: ProblemPlace, fact: ProblemFact, at = START): ContentProblem {
  const { file, part, locale } = place;
  const { code, ...known } = fact;
  const details = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const message = sayProblem(fact);
  return {
    severity: "error",
    code,
    details,
    message,
    field: null,
    file,
    part,
    locale,
    line: at.line,
    column: at.column,
  };
}

/** Something at a place that would be better otherwise, and keeps nobody from publishing. */
export function advice(place: ProblemPlace, fact: ProblemFact, at = START): ContentProblem {
  return { ...problem(place, fact, at), severity: "advice" };
}
