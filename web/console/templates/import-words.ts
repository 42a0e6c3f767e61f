import type { Words } from "../words/language.tsx";
import { importWordsEn } from "./import-words-en.ts";
import { importWordsZh } from "./import-words-zh.ts";

export const importWords: Words<typeof importWordsEn> = { en: importWordsEn, "zh-CN": importWordsZh };
