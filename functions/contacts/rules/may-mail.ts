import { daysAfter, type Instant } from "../../platform/clock.ts";
import type { Contact } from "./contact.ts";
import { EVERY_LETTER, gapDays } from "./preferences.ts";
import type { Suppression } from "./suppression.ts";

/** Marketing needs agreement; transactional mail answers something the person just did. */
export type MailKind = "marketing" | "transactional";

export type MailRefusal = "suppressed" | "stopped" | "no-consent" | "unconfirmed" | "erased" | "topic-muted";

/** What is known of a mail and its reader at the moment of sending. */
export interface MailAsked {
  kind: MailKind;
  /** What the mail is about, if it says so. */
  topic?: string | undefined;
  contact: Contact | undefined;
  suppression: Suppression | undefined;
  /** When this person last got another marketing mail; needed only for who chose a pace or a break. */
  lastMarketingAt?: Instant | undefined;
  now: Instant;
}

/** Whether a mail may go out, must not, or has to wait because its reader chose so. */
export type MayMail = { do: "go" } | { do: "refused"; reason: MailRefusal } | { do: "deferred"; until: Instant };

/** Decides whether this contact may get a mail of this kind now. What somebody asked for is not held up by preferences. */
export function mayMail(asked: MailAsked): MayMail {
  const reason = refusalOf(asked);
  if (reason) return { do: "refused", reason };
  const until = asked.kind === "marketing" ? waitsUntil(asked) : undefined;
  return until && until > asked.now ? { do: "deferred", until } : { do: "go" };
}

function refusalOf({ kind, topic, contact, suppression }: MailAsked): MailRefusal | undefined {
  if (!contact) return "erased";
  if (suppression) return "suppressed";
  if (kind === "transactional") return undefined;
  if (!contact.confirmedAt) return "unconfirmed";
  if (contact.stoppedAt) return "stopped";
  if (!contact.consent.marketing) return "no-consent";
  return topic && contact.preferences?.mutedTopics.includes(topic) ? "topic-muted" : undefined;
}

/** The later of the end of a break and the next turn at the chosen pace. */
function waitsUntil({ contact, lastMarketingAt }: MailAsked): Instant | undefined {
  const preferences = contact?.preferences ?? EVERY_LETTER;
  const days = gapDays(preferences);
  const nextTurn = lastMarketingAt && days > 0 ? daysAfter(lastMarketingAt, days) : undefined;
  return [preferences.pausedUntil, nextTurn]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
