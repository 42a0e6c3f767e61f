import type { Locale } from "../../contacts/rules/contact.ts";
import { words } from "../words.ts";

/** The one question on leaving; the names are what the form sends and what reports count. */
export const LEAVING_REASONS = ["too-many", "not-useful", "not-now", "never-asked", "unhappy", "other"] as const;

/** The answers to choose from, in the reader's language. */
export function leavingReasons(locale: Locale): { name: string; label: string }[] {
  return LEAVING_REASONS.map((name) => ({ name, label: words(locale, `unsubscribe.why.${name}`) }));
}

/** A reason as the form sent it, if it is one of ours. */
export function leavingReasonOf(text: string | undefined): string | undefined {
  return LEAVING_REASONS.find((known) => known === text);
}
