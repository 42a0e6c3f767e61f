import { createHash } from "node:crypto";
import type { Locale } from "../../contacts/rules/contact.ts";
import type { PageFrame } from "../page-frame.ts";
import { words } from "../words.ts";

/** What a person agrees to by ticking the box; the receipt of a consent names the version. */
export interface ConsentWords {
  version: string;
  text: string;
}

/** The words beside the box for follow-up letters. Whoever changes the text gives it a new version. */
export function consentWords({ locale, brand }: Pick<PageFrame, "locale" | "brand">): ConsentWords {
  return {
    version: words(locale, "consent.version"),
    text: words(locale, "consent.text", { brand: brand.name }),
  };
}

/** The words on the button by which letters are asked for again, as a receipt names them. */
export function resumeWords(locale: Locale): { text: string; textHash: string } {
  return { text: `${locale}#preferences.resume`, textHash: textHash(words(locale, "preferences.resume")) };
}

/** The form in which a receipt names words: their SHA-256. */
export function textHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
