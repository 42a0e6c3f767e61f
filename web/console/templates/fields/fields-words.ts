import type { Words } from "../../words/language.tsx";
import { fieldsWordsEn } from "./fields-words-en.ts";
import { fieldsWordsZh } from "./fields-words-zh.ts";

export const fieldsWords: Words<typeof fieldsWordsEn> = { en: fieldsWordsEn, "zh-CN": fieldsWordsZh };
