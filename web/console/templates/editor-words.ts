import type { Words } from "../words/language.tsx";
import { editorWordsEn } from "./editor-words-en.ts";
import { editorWordsZh } from "./editor-words-zh.ts";

export const editorWords: Words<typeof editorWordsEn> = { en: editorWordsEn, "zh-CN": editorWordsZh };
