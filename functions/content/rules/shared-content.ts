import * as z from "zod/mini";
import { CONTENT_LOCALES, type ContentLocale } from "./content-locale.ts";

const SharedPath = z
  .string()
  .check(z.regex(/^(layouts\/[a-z0-9-]+\.mjml|partials\/[a-z0-9-]+\.mjml|locales\/mail\.(en|zh-CN)\.json)$/));

/** The files that all emails share, by path: layouts, partials and the words of each language. */
export const SharedFiles = z.record(SharedPath, z.string().check(z.maxLength(64 * 1024)));
export type SharedFiles = z.infer<typeof SharedFiles>;

const Words = z.record(z.string().check(z.regex(/^[a-z][A-Za-z0-9.-]*$/)), z.string().check(z.maxLength(1000)));

/** Short texts by key, the same keys in every language. */
export type SharedWords = Readonly<Record<string, string>>;

/** The shared words of a language; a file that is absent or broken counts as empty, and the gate then names each key. */
export function sharedWords(shared: SharedFiles, locale: ContentLocale): SharedWords {
  try {
    const parsed = Words.safeParse(JSON.parse(shared[wordsPath(locale)] ?? "{}"));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

export function wordsPath(locale: ContentLocale): string {
  return `locales/mail.${locale}.json`;
}

/** The partials that a body or a layout may call. */
export function partialNames(shared: SharedFiles): string[] {
  return Object.keys(shared).flatMap((path) => /^partials\/(.+)\.mjml$/.exec(path)?.[1] ?? []);
}

/** Keeps of a programme folder only what emails share. */
export function sharedFilesIn(files: Readonly<Record<string, string>>): SharedFiles {
  const wanted = [...CONTENT_LOCALES].map(wordsPath);
  const isShared = (path: string) => /^(layouts|partials)\/[a-z0-9-]+\.mjml$/.test(path) || wanted.includes(path);
  return SharedFiles.parse(Object.fromEntries(Object.entries(files).filter(([path]) => isShared(path))));
}
