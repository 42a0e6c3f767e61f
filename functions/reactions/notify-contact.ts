import type { Contact } from "../contacts/rules/contact.ts";
import { readContact } from "../contacts/store.ts";
import { queueMessage } from "../mail/queue-message.ts";
import { type NoticeFacts, noticeFor } from "../mail/rules/notice-for.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Event } from "../platform/events.ts";
import { readBalance } from "../points/read-balance.ts";
import { orderOccasion } from "../points/rules/earnings-for.ts";
import { readEarning, readEntry } from "../points/store.ts";
import { readEarningRules, readTierProgramme } from "../programme/store.ts";

/** Queues the mail that an event calls for at once, with the figures as they stand. */
export async function notifyContact(event: Event, now: Instant): Promise<void> {
  const contact = await readContact(event.contactId);
  // Who never confirmed is a customer of the shop, but no member whom we write to.
  if (!contact?.confirmedAt) return;
  const notice = noticeFor(event, await factsFor(event, contact));
  if (!notice) return;
  const cause = { event: event.type };
  await commit([queueMessage({ ...notice, contactId: contact.id, occurrence: event.id, cause }, now)]);
}

async function factsFor(event: Event, contact: Contact): Promise<NoticeFacts> {
  const [balance, { tiers }, rules] = await Promise.all([
    readBalance(contact.id),
    readTierProgramme(),
    readEarningRules(),
  ]);
  const tier = tiers.find(({ name }) => name === tierIn(event));
  const earned = await earnedBy(event);
  const rule = rules.find(({ name, version }) => name === earned.rule && version === earned.version);
  return {
    availablePoints: balance.available,
    pendingPoints: earned.points,
    ...(earned.availableAt ? { pendingUntil: earned.availableAt } : {}),
    reason: rule?.title[contact.locale] ?? "",
    tierName: tier?.title[contact.locale] ?? "",
    tierPerks: tier?.perks[contact.locale] ?? [],
  };
}

function tierIn({ type, data }: Event): string | undefined {
  if (type === "tier.changed") return data.to;
  return type === "tier.at-risk" ? data.tier : undefined;
}

/** The points an event is about, and the rule that granted them. */
interface EarnedPoints {
  points: number;
  rule?: string;
  version?: number;
  availableAt?: Instant;
}

async function earnedBy(event: Event): Promise<EarnedPoints> {
  if (event.type === "purchase.recorded") return earnedByOrder(event.contactId, event.data.orderId);
  if (event.type !== "points.earned" && event.type !== "points.released") return { points: 0 };
  const entry = await readEntry(event.contactId, event.data.entryId);
  const rule = entry && "rule" in entry.decidedBy ? entry.decidedBy : {};
  return { points: event.data.points, ...rule };
}

async function earnedByOrder(contactId: string, orderId: string): Promise<EarnedPoints> {
  const { grants } = await readEarning(contactId, orderOccasion(orderId));
  const [first] = grants;
  const entry = first && (await readEntry(contactId, first.entryId));
  const points = grants.reduce((sum, grant) => sum + grant.points, 0);
  return { points, ...(entry?.availableAt ? { availableAt: entry.availableAt } : {}) };
}
