import type { Contact } from "../contacts/rules/contact.ts";
import { suppressionIn } from "../contacts/rules/suppression.ts";
import { readContact } from "../contacts/store.ts";
import { liftingWrite, readSuppressionRecord } from "../contacts/suppression-store.ts";
import { suppressionWrites } from "../contacts/suppression-writes.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { softBounceRun } from "./rules/soft-bounce-run.ts";
import { allFacts, type BounceMark, readBounceMark, weighedWrite } from "./store.ts";

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
    const writes = contact ? await changesFor(contact, weighing, now) : [];
    if (writes.length === 0) return undefined;
    return (await commit([...writes, weighedWrite(weighing)])).ok ? undefined : STALE;
  });
}

async function changesFor({ id: contactId, email }: Contact, { weighed }: BounceMark, now: Instant): Promise<Write[]> {
  const kept = await readSuppressionRecord(email);
  const { fullAt, lastDeliveredAt } = softBounceRun(await allFacts(contactId), kept?.liftedAt);
  const reason = "soft-bounces";
  const cause = `${reason} ${weighed}`;
  if (fullAt) return suppressionWrites({ email, contactId, kept }, { reason, at: fullAt }, { at: now, cause });
  const held = suppressionIn(kept);
  if (lastDeliveredAt && held?.reason === reason) {
    const told = recordEvent(eventOf("contact.suppression-lifted", { contactId, at: now, cause }, { reason }));
    return [liftingWrite(email, held, lastDeliveredAt), told];
  }
  return [];
}
