import type { ContentLocale } from "./content-locale.ts";
import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import { readingWidth } from "./reading-width.ts";
import { splitExpressions } from "./split-expressions.ts";

/** Gmail on a desktop shows about this many letters of subject and preview line together; half as many Chinese ones. */
const WIDEST_PREHEADER = 140;
const FEWEST_LETTERS = 8;
const ANSWER = /^\s*(re|fwd?|aw|wg|答复|回复|回覆|转发|轉寄)\s*[:：]/i;

/** The two lines of an inbox: they neither shout nor pretend, and they do not say the same. */
export function* lintLines(
  { subject, preheader }: { subject: string; preheader: string },
  locale: ContentLocale,
): Generator<ContentProblem> {
  const place = (part: "subject" | "preheader"): ProblemPlace => ({ file: `${locale}.mjml`, part, locale });
  const own = ownWords(subject);
  const answer = ANSWER.exec(own)?.[1];
  if (answer) yield advice(place("subject"), { code: "misleading-subject", prefix: answer });
  if (isShouted(own)) yield advice(place("subject"), { code: "shouted-subject" });
  if (/[!！]\s*[!！]|[!！].*[!！]/.test(own)) yield advice(place("subject"), { code: "exclamation-marks" });
  yield* lintPreheader(preheader, subject, place("preheader"));
}

function* lintPreheader(preheader: string, subject: string, place: ProblemPlace): Generator<ContentProblem> {
  const line = preheader.trim();
  const width = readingWidth(ownWords(line));
  if (line === "") {
    yield advice(place, { code: "no-preheader" });
  } else if (width > WIDEST_PREHEADER) {
    yield advice(place, { code: "long-preheader", most: WIDEST_PREHEADER });
  } else if (line.toLowerCase() === subject.trim().toLowerCase()) {
    yield advice(place, { code: "repeated-preheader" });
  }
}

/** What everybody reads alike. */
function ownWords(text: string): string {
  return splitExpressions(text)
    .map(({ kind, raw }) => (kind === "text" ? raw : " "))
    .join("");
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return capitals.length >= FEWEST_LETTERS && capitals.length >= letters.length * 0.7;
}
