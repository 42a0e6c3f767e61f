import type { SupportFeature } from "./client-support.ts";
import type { PhraseReason } from "./spam-phrases.ts";
import type { HtmlWeight } from "./weigh-html.ts";

/** What each advice knows about itself, by its code. */
export interface AdviceDetails {
  "unused-variable": { name: string };
  "missing-locale": object;
  // The two lines of the inbox.
  "long-subject": { most: number };
  "misleading-subject": { prefix: string };
  "shouted-subject": object;
  "exclamation-marks": object;
  "no-preheader": object;
  "long-preheader": { most: number };
  "repeated-preheader": object;
  // Words, links and pictures.
  "spam-phrase": { phrase: string; reason: PhraseReason };
  "empty-link": object;
  "vague-link": { words: string };
  "bare-address": { address: string };
  "alt-of-link": object;
  "alt-file-name": { alt: string };
  "alt-picture-of": { alt: string };
  "alt-too-long": { length: number; most: number };
  // What mail programs make of it.
  "client-support": { feature: SupportFeature; clients: readonly string[] };
  "near-limit": HtmlWeight & { most: number };
  "dark-text": { color: string };
  "dark-logo": { name: string };
  "color-scheme": object;
}

export type AdviceCode = keyof AdviceDetails;

/** The sentences of one language for every advice; each says what to do next. */
export type AdviceWords = { readonly [Code in AdviceCode]: (details: AdviceDetails[Code]) => string };
