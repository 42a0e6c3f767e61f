import type { CompiledContent } from "./rules/compiled-content.ts";
import { type ContentLocale, localesToTry } from "./rules/content-locale.ts";
import { readCompiled, readMeta } from "./store.ts";

export interface LoadedContent {
  content: CompiledContent;
  version: number;
}

const MOST_KEPT = 100;

/** A version never changes, so a function instance reads each once. */
const kept = new Map<string, CompiledContent>();

/** The published content of a template in the reader's language, or in English; or that of an older version. */
export async function loadCompiled(
  name: string,
  locale?: string,
  version?: number,
): Promise<LoadedContent | undefined> {
  const wanted = version ?? (await readMeta(name))?.publishedVersion;
  if (wanted === undefined) {
    return undefined;
  }
  for (const tried of localesToTry(locale)) {
    const content = await loadOne(name, wanted, tried);
    if (content) {
      return { content, version: wanted };
    }
  }
  return undefined;
}

async function loadOne(name: string, version: number, locale: ContentLocale): Promise<CompiledContent | undefined> {
  const key = `${name}#${version}#${locale}`;
  const known = kept.get(key);
  if (known) {
    return known;
  }
  const content = await readCompiled(name, version, locale);
  if (content) {
    if (kept.size >= MOST_KEPT) {
      kept.clear();
    }
    kept.set(key, content);
  }
  return content;
}
