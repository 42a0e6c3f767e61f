import { daysAfter, epochSeconds, type Instant } from "../platform/clock.ts";
import { type Condition, exists, isNew } from "../platform/conditions.ts";
import { getItem, getItems, queryAll, queryPage } from "../platform/dynamo.ts";
import { type Item, type Key, keyOf } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Check, Put, Update } from "../platform/writes.ts";
import { dayList, listPlace, UNKNOWN } from "./rules/list-place.ts";
import type { Message } from "./rules/message.ts";
import type { MailOutcome, OutcomeFacts } from "./rules/outcome-facts.ts";

// A message's row is written by whoever queues it and by its lane's sender; what SES reports has a row of its own beside
// it. So a sender may write fifty messages in one unconditional call, and no report is lost by it.
const PREFIX = "message#";
const OUTCOMES = "outcome#";

type Named = Pick<Message, "contactId" | "id">;

const messageKey = ({ contactId, id }: Named): Key => ({ pk: contactId, sk: `${PREFIX}${id}` });
const outcomeKey = ({ contactId, id }: Named): Key => ({ pk: contactId, sk: `${OUTCOMES}${id}` });

const bounceMarkKey = (contactId: string): Key => ({ pk: contactId, sk: "soft-bounces" });

/** What SES has reported of a message, and how often that has changed. */
export interface OutcomeRow {
  messageId: string;
  facts: OutcomeFacts;
  revision: number;
}

export function readMessage(key: Key): Promise<Message | undefined> {
  return getItem<Item & Message>(key);
}

export function findMessage(contactId: string, id: string): Promise<Message | undefined> {
  return readMessage(messageKey({ contactId, id }));
}

/** Several messages as they are now, in no particular order. */
export function readMessages(keys: Key[]): Promise<Message[]> {
  return getItems<Item & Message>(keys);
}

/** The messages of these names as they are now, in no particular order. */
export function findMessages(names: Named[]): Promise<Message[]> {
  return readMessages(names.map(messageKey));
}

export function readOutcome(name: Named): Promise<OutcomeRow | undefined> {
  return getItem<Item & OutcomeRow>(outcomeKey(name));
}

/** What SES has reported of these messages, by message id. */
export async function readOutcomes(names: Named[]): Promise<Map<string, OutcomeFacts>> {
  const rows = await getItems<Item & OutcomeRow>(names.map(outcomeKey));
  return new Map(rows.map(({ messageId, facts }) => [messageId, facts]));
}

/** One page of a contact's messages, in no particular order of time. */
export function listMessages(contactId: string, limit: number, after?: string) {
  return queryPage<Item & Message>({ pk: contactId, prefix: PREFIX, limit, ...(after ? { after } : {}) });
}

/** All messages of a contact and what SES has reported of them: a person gets few. */
export async function everyMessage(contactId: string): Promise<{ messages: Message[]; outcomes: OutcomeRow[] }> {
  const [messages, outcomes] = await Promise.all([
    queryAll<Item & Message>({ pk: contactId, prefix: PREFIX }),
    queryAll<Item & OutcomeRow>({ pk: contactId, prefix: OUTCOMES }),
  ]);
  return { messages, outcomes };
}

/** One page of the messages whose fate nobody knows, the newest first. */
export async function unknownMessages(limit: number, after?: string): Promise<{ items: Message[]; next?: string }> {
  const selection = { index: "listed", pk: UNKNOWN, descending: true, limit } as const;
  const page = await queryPage<Item>({ ...selection, ...(after ? { after } : {}) });
  // The index tells a moment late of what was settled.
  const found = (await readMessages(page.items.map(keyOf))).filter(({ state }) => state === "unknown");
  const place = (message: Message) => listPlace(message, message.queuedAt).listAt;
  const items = found.sort((one, other) => (place(one) < place(other) ? 1 : -1));
  return page.next ? { items, next: page.next } : { items };
}

/** One page of the messages listed under a partition of a day, as they are now, in no particular order. */
export async function messagesListed(dueShard: string, after?: string): Promise<{ items: Message[]; next?: string }> {
  const selection = { index: "listed", pk: dayList(dueShard), limit: 500 } as const;
  const page = await queryPage<Item>({ ...selection, ...(after ? { after } : {}) });
  const items = await readMessages(page.items.map(keyOf));
  return page.next ? { items, next: page.next } : { items };
}

/** A new message as due work of its lane; the same message a second time is refused and harmless. */
export function newMessageWrite(message: Message, dueAt: Instant = message.queuedAt): Put {
  const due = { ...dueWork(message.kind, dueAt, message.id), ...listPlace(message, dueAt) };
  const item = { ...messageKey(message), ...message, ...due };
  return { put: item, onlyIf: isNew, refusal: "already-queued" };
}

/** A message that stays due: it will be looked at again from `dueAt` on. */
export function stillDueWrite(message: Message, change: Partial<Message>, dueAt: Instant): Update {
  const listed = listPlace({ ...message, ...change }, dueAt);
  const set = { ...change, ...dueWork(message.kind, dueAt, message.id), ...listed };
  return { update: messageKey(message), set, onlyIf: unchanged(message), refusal: "taken-by-another" };
}

/** A message that needs no worker any more, unless somebody else has changed it since it was read. */
export function settledWrite(message: Message, change: Partial<Message>, at: Instant): Update {
  const set = { ...change, settledAt: at, ...listPlace({ ...message, ...change }, at) };
  const onlyIf = unchanged(message);
  // A finished mail was only needed to be sent; a test may show what is known of anybody.
  const remove = [...DUE_WORK, "rendered"];
  return { update: messageKey(message), set, remove, onlyIf, refusal: "taken-by-another" };
}

/** The whole row of a message that needs no worker any more, for a sender that alone may write it. */
export function settledItem(message: Message, change: Partial<Message>, at: Instant): Item {
  const settled = { ...message, ...change, settledAt: at };
  const item: Item = { ...messageKey(message), ...settled, ...listPlace(settled, at) };
  for (const attribute of [...DUE_WORK, "rendered"]) delete item[attribute];
  return item;
}

/** Holds as long as SES has reported nothing of a message. */
export function notReportedCheck(name: Named): Check {
  return { check: outcomeKey(name), onlyIf: isNew, refusal: "reported-meanwhile" };
}

/** What SES has reported of a message by now, unless another report came in since `before` was read. */
export function outcomeWrite(name: Named, facts: OutcomeFacts, before: OutcomeRow | undefined): Put {
  const revision = (before?.revision ?? 0) + 1;
  return {
    put: { ...outcomeKey(name), messageId: name.id, facts, revision },
    onlyIf: before ? { equals: ["revision", before.revision] } : isNew,
    refusal: "changed-meanwhile",
  };
}

/** What SES told of a message that we know nothing of. */
export interface Stray {
  providerId: string;
  messageId: string;
  contactId: string;
}

const strayKey = (day: string, providerId: string): Key => ({ pk: `mail#strays#${day}`, sk: providerId });
const STRAYS_KEPT_DAYS = 60;

/** Keeps a report about a message that we know nothing of, under the day on which we heard of it. */
export function strayWrite({ providerId, messageId, contactId }: MailOutcome, heardAt: Instant): Put {
  const expiresAt = epochSeconds(daysAfter(heardAt, STRAYS_KEPT_DAYS));
  return { put: { ...strayKey(heardAt.slice(0, 10), providerId), providerId, messageId, contactId, expiresAt } };
}

/** One page of the reports of a day about messages that we know nothing of. */
export function straysOf(day: string, after?: string) {
  const { pk } = strayKey(day, "");
  return queryPage<Item & Stray>({ pk, limit: 500, ...(after ? { after } : {}) });
}

/** What SES has reported of all messages of a contact, as it is known now. */
export async function allFacts(contactId: string): Promise<OutcomeFacts[]> {
  const rows = await queryAll<Item & OutcomeRow>({ pk: contactId, prefix: OUTCOMES, consistent: true });
  return rows.map(({ facts }) => facts);
}

/** Marks a contact one of whose mails came back softly, and counts how often that was weighed. */
export interface BounceMark {
  contactId: string;
  weighed: number;
}

export function readBounceMark(contactId: string): Promise<BounceMark | undefined> {
  return getItem<Item & BounceMark>(bounceMarkKey(contactId));
}

/** Marks a contact whose mail came back softly; who is weighing its bounces at this moment begins anew. */
export function bounceMarkWrite(contactId: string): Update {
  return { update: bounceMarkKey(contactId), set: { contactId }, add: { weighed: 1 } };
}

/** Goes on weighing only if nobody else has begun since the mark was read. */
export function weighedWrite({ contactId, weighed }: BounceMark): Update {
  const onlyIf: Condition = { equals: ["weighed", weighed] };
  return { update: bounceMarkKey(contactId), add: { weighed: 1 }, onlyIf, refusal: "weighed-meanwhile" };
}

/** What a contact was written: that there was a mail and what became of it stays for the books, what it said goes. */
export const mailRowKinds: RowKind[] = [
  {
    sk: PREFIX,
    section: "messages",
    erased: () => ({ set: { variables: {} }, remove: ["rendered", "targets", "locale"] }),
  },
  { sk: OUTCOMES, section: "outcomes", erased: "stays" },
  { sk: "soft-bounces", section: "softBounces", erased: "goes" },
];

/** Empties one message of what it told of somebody else who was erased. */
export function messageEmptiedWrite(name: Named): Update {
  return {
    update: messageKey(name),
    set: { variables: {} },
    remove: ["targets"],
    onlyIf: exists,
    refusal: "not-found",
  };
}

function unchanged({ state, attempt }: Message): Condition {
  return {
    allOf: [{ equals: ["state", state] }, { equals: ["attempt", attempt] }],
  };
}
