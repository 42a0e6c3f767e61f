import { holdIfOver, troubleWrites } from "../budgets/hold-if-over.ts";
import { budgetedSource } from "../budgets/rules/source.ts";
import { readErasure } from "../contacts/erasure-store.ts";
import { type Suppression, suppressesAnew } from "../contacts/rules/suppression.ts";
import { readContact } from "../contacts/store.ts";
import { erasedSuppressionWrite, readErasedSuppression, readSuppressionRecord } from "../contacts/suppression-store.ts";
import { suppressionWrites } from "../contacts/suppression-writes.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import type { Write } from "../platform/writes.ts";
import type { Message } from "./rules/message.ts";
import { addOutcome, type MailOutcome } from "./rules/outcome-facts.ts";
import { suppressionFor } from "./rules/suppression-for.ts";
import { settleByOutcome } from "./settle-by-outcome.ts";
import { bounceMarkWrite, findMessage, outcomeWrite, readOutcome, strayWrite } from "./store.ts";
import { weighBounces } from "./weigh-bounces.ts";

const ATTEMPTS = 8;

/** Takes in what SES reports of a message, in any order and number; bounces and complaints may suppress the address. */
export async function recordOutcome(outcome: MailOutcome, now: Instant = outcome.at): Promise<void> {
  const { messageId, contactId } = outcome;
  const sent = await findMessage(contactId, messageId);
  if (!sent) return keepStray(outcome, now);
  if (outcome.kind === "not-rendered") tellOfRenderingFailure(sent, outcome);
  await recordFacts(sent, outcome);
  if (outcome.facts.deliveredAt ?? outcome.facts.softBouncedAt) await weighBounces(contactId, now);
  // Read anew: its sender may have given it up while the report was on its way.
  const message = await findMessage(contactId, messageId);
  // Its sender waits for nothing but this report. A queued one is its sender's alone, who asks for reports itself.
  if (message?.state === "unknown") await settleByOutcome([message], now);
}

/** Nothing of ours went out under that name: the nightly reconciliation shows it to a person. */
async function keepStray(outcome: MailOutcome, now: Instant): Promise<void> {
  log.warn("an outcome names no message of ours", { messageId: outcome.messageId });
  await commit([strayWrite(outcome, now)]);
}

/** What SES tried at publishing went wrong all the same: somebody has to look, before more of that mail is lost. */
function tellOfRenderingFailure({ id, template, templateVersion }: Message, { facts }: MailOutcome): void {
  const because = facts.rejectedBecause;
  log.error("SES could not fill a mail's template", { messageId: id, template, templateVersion, because });
}

async function recordFacts(sent: Message, outcome: MailOutcome): Promise<void> {
  const trouble = troubleIn(sent, outcome);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const writes = [...(await newsOf(outcome, trouble)), ...(await suppressingWrites(outcome))];
    // When it is refused, another report came in or somebody suppressed the address since it was read: look again.
    if (writes.length > 0 && !(await commit(writes)).ok) continue;
    // Judged on every telling, so that what died between counting and judging is made good.
    return trouble && holdIfOver(trouble.source, outcome.at);
  }
  throw new Error(`The reports of message ${outcome.messageId} kept changing while one was recorded.`);
}

/** What the report adds, counted against the error budget the first time that it is told. */
async function newsOf(outcome: MailOutcome, trouble: Trouble | undefined): Promise<Write[]> {
  const name = { contactId: outcome.contactId, id: outcome.messageId };
  const before = await readOutcome(name);
  const facts = addOutcome(before?.facts, outcome);
  if (facts === before?.facts) return [];
  const marks = outcome.facts.softBouncedAt ? [bounceMarkWrite(outcome.contactId)] : [];
  const isFirst = trouble && !before?.facts[trouble.fact];
  return [outcomeWrite(name, facts, before), ...marks, ...(isFirst ? trouble.writes : [])];
}

type Trouble = NonNullable<ReturnType<typeof troubleIn>>;

/** What counts against the error budget of what made the mail; mail that people asked for has none. */
function troubleIn(message: Message, outcome: MailOutcome) {
  const source = budgetedSource(message);
  if (!source) return undefined;
  if (outcome.kind === "complained")
    return { source, fact: "complainedAt", writes: troubleWrites(source, "complained", outcome.at) } as const;
  if (outcome.kind !== "bounced" || !outcome.hard) return undefined;
  return { source, fact: "bouncedAt", writes: troubleWrites(source, "bounced", outcome.at) } as const;
}

/** What SES reports of somebody who was erased meanwhile suppresses the address without naming it. */
async function suppressingErased(contactId: string, suppression: Suppression): Promise<Write[]> {
  const erasure = await readErasure(contactId);
  if (!erasure) return [];
  const kept = await readErasedSuppression(erasure.addressHash);
  return suppressesAnew(kept, suppression) ? [erasedSuppressionWrite(erasure.addressHash, suppression)] : [];
}

async function suppressingWrites(outcome: MailOutcome): Promise<Write[]> {
  const suppression = suppressionFor(outcome);
  const contact = suppression && (await readContact(outcome.contactId));
  if (!suppression) return [];
  if (!contact) return suppressingErased(outcome.contactId, suppression);
  const { id: contactId, email } = contact;
  const known = { email, contactId, kept: await readSuppressionRecord(email) };
  return suppressionWrites(known, suppression, { at: outcome.at, cause: outcome.messageId });
}
