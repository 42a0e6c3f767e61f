import type { Words } from "../../words/language.tsx";
import { visualWordsEn } from "./visual-words-en.ts";
import { visualWordsZh } from "./visual-words-zh.ts";

export const visualWords: Words<typeof visualWordsEn> = { en: visualWordsEn, "zh-CN": visualWordsZh };
