import type { PageFrame } from "../page-frame.ts";
import { words } from "../words.ts";

/** What a person agrees to by ticking the box; the receipt of a consent names both. */
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
