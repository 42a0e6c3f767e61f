import type { Contact, Suppression } from "../contacts/rules/contact.ts";
import { liftSuppressionWrite, readContact, readSuppression, suppressionWrite } from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { type SoftBounceRun, softBounceRun } from "./rules/soft-bounce-run.ts";
import { allFacts, readBounceMark, weighedWrite } from "./store.ts";

/**
 * Suppresses an address whose mails keep coming back softly, and lifts that when a delivery was reported late. Asked after
 * each report of either kind was written: of two that weigh at once, the one that began later sees both reports.
 */
export function weighBounces(contactId: string, now: Instant): Promise<void> {
  return tryAgain(`weighing the bounces of ${contactId}`, async () => {
    const mark = await readBounceMark(contactId);
    // Nothing ever came back softly: so it is with nearly everybody, and costs one read.
    if (!mark) return undefined;
    if (!(await commit([weighedWrite(mark)])).ok) return STALE;
    const weighing = { ...mark, weighed: mark.weighed + 1 };
    const contact = await readContact(contactId);
    const run = softBounceRun(await allFacts(contactId));
    const writes = contact ? changesFor(contact, await readSuppression(contact.email), run, weighing.weighed, now) : [];
    if (writes.length === 0) return undefined;
    return (await commit([...writes, weighedWrite(weighing)])).ok ? undefined : STALE;
  });
}

function changesFor(
  { id: contactId, email }: Contact,
  suppression: Suppression | undefined,
  { fullAt, lastDeliveredAt }: SoftBounceRun,
  weighed: number,
  now: Instant,
): Write[] {
  const reason = "soft-bounces";
  const about = { contactId, at: now, cause: `${reason} ${weighed}` };
  if (fullAt && !suppression) {
    const told = recordEvent(eventOf("contact.suppressed", about, { reason }));
    return [suppressionWrite(email, { reason, at: fullAt }), told];
  }
  if (!fullAt && lastDeliveredAt && suppression?.reason === reason) {
    const told = recordEvent(eventOf("contact.suppression-lifted", about, { reason }));
    return [liftSuppressionWrite(email, lastDeliveredAt), told];
  }
  return [];
}
