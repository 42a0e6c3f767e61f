import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Contact } from "./rules/contact.ts";
import { EVERY_LETTER, type MailPreferences, type Pace, type Pause, pauseUntil } from "./rules/preferences.ts";
import { contactUpdate, readContact } from "./store.ts";

/** What was chosen on the preference page; a break is begun, ended, or left as it is. */
export interface ChosenPreferences {
  mutedTopics: string[];
  pace: Pace;
  pause: Pause | "none" | "as-is";
  locale?: Contact["locale"] | undefined;
}

/** Keeps which letters a person wants, how often and in which language. */
export async function choosePreferences(
  contactId: string,
  chosen: ChosenPreferences,
  now: Instant,
): Promise<{ ok: boolean }> {
  const contact = await readContact(contactId);
  if (!contact) return { ok: false };
  const { mutedTopics, pace, locale } = chosen;
  const until = pausedUntil(chosen, contact.preferences ?? EVERY_LETTER, now);
  const preferences: MailPreferences = { mutedTopics, pace, ...(until ? { pausedUntil: until } : {}) };
  return commit([contactUpdate(contactId, { preferences, ...(locale ? { locale } : {}) })]);
}

function pausedUntil({ pause }: ChosenPreferences, before: MailPreferences, now: Instant): Instant | undefined {
  if (pause === "as-is") return before.pausedUntil;
  return pause === "none" ? undefined : pauseUntil(pause, now);
}
