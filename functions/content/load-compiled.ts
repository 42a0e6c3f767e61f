import { type ContentLocale, localesToTry } from "./rules/content-locale.ts";
import type { PublishedContent, SesState } from "./rules/published-content.ts";
import { sesTemplateOf } from "./rules/ses-template.ts";
import { readCompiled, readMeta } from "./store.ts";

export interface LoadedContent extends PublishedContent {
  version: number;
}

const MOST_KEPT = 100;

/** A version never changes, so a function instance reads each once. */
const kept = new Map<string, PublishedContent>();

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
    const published = await loadOne(name, wanted, tried);
    if (published) {
      return { ...published, version: wanted };
    }
  }
  return undefined;
}

async function loadOne(name: string, version: number, locale: ContentLocale): Promise<PublishedContent | undefined> {
  const key = `${name}#${version}#${locale}`;
  const known = kept.get(key);
  if (known) {
    return known;
  }
  const read = await readCompiled(name, version, locale);
  if (!read) {
    return undefined;
  }
  if (kept.size >= MOST_KEPT) {
    kept.clear();
  }
  const published = { ...read, ses: stillFits(read) };
  kept.set(key, published);
  return published;
}

/** The template that SES keeps is only of use while we would still take the mail apart in the same way. */
function stillFits({ content, ses, sesTemplate }: PublishedContent): SesState {
  return ses === "stored" && sesTemplateOf(content).name === sesTemplate ? "stored" : "none";
}
