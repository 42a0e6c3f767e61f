import type { Words } from "../words/language.tsx";
import { costWordsEn } from "./cost-words-en.ts";
import { costWordsZh } from "./cost-words-zh.ts";

export const costWords: Words<typeof costWordsEn> = { en: costWordsEn, "zh-CN": costWordsZh };
