import type { Locale } from "../../contacts/rules/contact.ts";
import { words } from "../words.ts";

/** What can be wrong with a form; `form` is about the whole of it. */
export interface FieldErrors {
  email?: "missing" | "invalid" | "too-long" | undefined;
  name?: "too-long" | undefined;
  form?: "too-many-requests" | "failed" | undefined;
}

/** The errors in words, each for the place where it is shown; nothing when there are none. */
export function fieldErrorWords(
  locale: Locale,
  errors: FieldErrors,
): Partial<Record<keyof FieldErrors, string>> | undefined {
  const found = Object.entries(errors).filter(([, code]) => code !== undefined);
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(([field, code]) => [field, words(locale, `fields.${field}.${code}`)]));
}
