import { adviceWordsEn } from "./advice-words-en.ts";
import { adviceWordsZh } from "./advice-words-zh.ts";
import type { ContentLocale } from "./content-locale.ts";
import { fieldProblemWordsEn } from "./field-problem-words-en.ts";
import { fieldProblemWordsZh } from "./field-problem-words-zh.ts";
import type { ProblemFact, ProblemWords } from "./problem-details.ts";
import { problemWordsEn } from "./problem-words-en.ts";
import { problemWordsZh } from "./problem-words-zh.ts";

/** The sentences for every problem, in every language that the console speaks. */
export const PROBLEM_WORDS: Readonly<Record<ContentLocale, ProblemWords>> = {
  en: { ...problemWordsEn, ...fieldProblemWordsEn, ...adviceWordsEn },
  "zh-CN": { ...problemWordsZh, ...fieldProblemWordsZh, ...adviceWordsZh },
};

/** Says a problem in every language of the console. */
export function sayProblem(fact: ProblemFact): Record<ContentLocale, string> {
  return { en: say(PROBLEM_WORDS.en, fact), "zh-CN": say(PROBLEM_WORDS["zh-CN"], fact) };
}

function say(words: ProblemWords, fact: ProblemFact): string {
  const sentence = words[fact.code] as (details: ProblemFact) => string;
  return sentence(fact);
}
