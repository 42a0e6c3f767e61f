import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import { positionAt } from "./source-position.ts";
import { type PhraseReason, SPAM_PHRASES } from "./spam-phrases.ts";

const PHRASES = Object.entries(SPAM_PHRASES).flatMap(([reason, phrases]) =>
  phrases.map((phrase) => ({ phrase, reason: reason as PhraseReason })),
);

/** Names each worn-out phrase once, where it stands first, and a row of exclamation marks. */
export function* lintPhrases(source: string, place: ProblemPlace): Generator<ContentProblem> {
  const text = source.toLowerCase().replaceAll("’", "'");
  for (const { phrase, reason } of PHRASES) {
    const at = placeOf(text, phrase);
    if (at >= 0) yield advice(place, { code: "spam-phrase", phrase, reason }, positionAt(source, at));
  }
  const loud = /[!！]{3,}/.exec(text);
  if (loud && place.part !== "subject") {
    yield advice(place, { code: "exclamation-marks" }, positionAt(source, loud.index));
  }
}

/** Latin phrases are looked for as whole words: "react now" does not say "act now". */
function placeOf(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const around = (text[at - 1] ?? " ") + (text[at + phrase.length] ?? " ");
    if (!/^[a-z]/.test(phrase) || /^[^a-z0-9][^a-z0-9]$/.test(around)) return at;
  }
  return -1;
}
