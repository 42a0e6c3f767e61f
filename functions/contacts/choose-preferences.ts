import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Contact } from "./rules/contact.ts";
import { EVERY_LETTER, type MailPreferences, type Pace, type Pause, pauseUntil } from "./rules/preferences.ts";
import type { ReceiptFacts } from "./rules/receipt.ts";
import { consentWrites, readContact } from "./store.ts";

/** What was chosen on the preference page; a break is begun, ended, or left as it is. */
export interface ChosenPreferences {
  mutedTopics: string[];
  pace: Pace;
  pause: Pause | "none" | "as-is";
  locale?: Contact["locale"] | undefined;
}

/** Keeps which letters a person wants, how often and in which language. */
export function choosePreferences(
  contactId: string,
  chosen: ChosenPreferences,
  shown: Pick<ReceiptFacts, "form" | "locale">,
  now: Instant,
): Promise<{ ok: boolean }> {
  return tryAgain(`choosing the letters to ${contactId}`, async () => {
    const contact = await readContact(contactId);
    if (!contact) return { ok: false };
    const { mutedTopics, pace, locale } = chosen;
    const until = pausedUntil(chosen, contact.preferences ?? EVERY_LETTER, now);
    const preferences: MailPreferences = { mutedTopics, pace, ...(until ? { pausedUntil: until } : {}) };
    const receipt: ReceiptFacts = { ...shown, ...preferences, at: now, act: "chosen", method: "preferences" };
    const change = { preferences, ...(locale ? { locale } : {}) };
    return (await commit(consentWrites(contact, [receipt], change))).ok ? { ok: true } : STALE;
  });
}

function pausedUntil({ pause }: ChosenPreferences, before: MailPreferences, now: Instant): Instant | undefined {
  if (pause === "as-is") return before.pausedUntil;
  return pause === "none" ? undefined : pauseUntil(pause, now);
}
