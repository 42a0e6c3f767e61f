import type { Instant } from "../platform/clock.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import type { Write } from "../platform/writes.ts";
import { type Suppression, type SuppressionRecord, suppressesAnew } from "./rules/suppression.ts";
import { suppressionWrite } from "./suppression-store.ts";

/** What is known of an address before it is suppressed. */
export interface AddressKnown {
  email: string;
  kept: SuppressionRecord | undefined;
  /** Whose address it is, if anybody's. */
  contactId: string | undefined;
}

/** Suppresses an address and tells its owner's timeline of it; nothing when it is suppressed for this or more already. */
export function suppressionWrites(
  { email, kept, contactId }: AddressKnown,
  suppression: Suppression,
  heard: { at: Instant; cause: string },
): Write[] {
  if (!suppressesAnew(kept, suppression)) return [];
  const write = suppressionWrite(email, suppression, kept);
  if (!contactId) return [write];
  // The same cause may suppress again after a lifting, and that is news again.
  const cause = kept ? `${heard.cause} after ${kept.liftedAt ?? kept.at}` : heard.cause;
  const about = { contactId, at: heard.at, cause };
  return [write, recordEvent(eventOf("contact.suppressed", about, { reason: suppression.reason }))];
}
