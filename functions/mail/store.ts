import type { Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { Message } from "./rules/message.ts";

const PREFIX = "message#";

const messageKey = ({ contactId, id }: Pick<Message, "contactId" | "id">): Key => ({
  pk: contactId,
  sk: `${PREFIX}${id}`,
});

export function readMessage(key: Key): Promise<Message | undefined> {
  return getItem<Item & Message>(key);
}

export function findMessage(contactId: string, id: string): Promise<Message | undefined> {
  return readMessage(messageKey({ contactId, id }));
}

/** One page of a contact's messages, in no particular order of time. */
export function listMessages(contactId: string, limit: number, after?: string) {
  return queryPage<Item & Message>({ pk: contactId, prefix: PREFIX, limit, ...(after ? { after } : {}) });
}

/** A new message as due work of its lane; the same message a second time is refused and harmless. */
export function newMessageWrite(message: Message, dueAt: Instant = message.queuedAt): Put {
  const item = { ...messageKey(message), ...message, ...dueWork(message.kind, dueAt, message.id) };
  return { put: item, onlyIf: isNew, refusal: "already-queued" };
}

/** Takes a message into this worker's hands until `leaseUntil`, unless another one did since it was read. */
export function claimWrite(message: Message, attempt: number, leaseUntil: Instant): Update {
  return {
    update: messageKey(message),
    set: { state: "claimed", attempt, leaseUntil, ...dueWork(message.kind, leaseUntil, message.id) },
    onlyIf: unchanged(message),
    refusal: "taken-by-another",
  };
}

/** A message that stays due: it will be looked at again from `dueAt` on. */
export function stillDueWrite(message: Message, change: Partial<Message>, dueAt: Instant): Update {
  const set = { ...change, ...dueWork(message.kind, dueAt, message.id) };
  return { update: messageKey(message), set, onlyIf: unchanged(message), refusal: "taken-by-another" };
}

/** A message that needs no worker any more; what SES reported meanwhile is kept. */
export function settledWrite(message: Message, change: Partial<Message>): Update {
  const listed =
    change.state === "unknown" ? { listKey: "mail#unknown", listAt: `${message.queuedAt}#${message.id}` } : {};
  const onlyIf = unchanged(message);
  const set = { ...change, ...listed };
  return { update: messageKey(message), set, remove: DUE_WORK, onlyIf, refusal: "taken-by-another" };
}

/** Adds what SES reported; the message leaves the due index and the list of unknown ones. */
export function outcomeWrite(message: Message, change: Partial<Message>): Update {
  const remove = [...DUE_WORK, "listKey", "listAt"];
  return {
    update: messageKey(message),
    set: { ...change },
    remove,
    onlyIf: unchanged(message),
    refusal: "changed-meanwhile",
  };
}

function unchanged({ state, attempt }: Message): Condition {
  return {
    allOf: [{ equals: ["state", state] }, { equals: ["attempt", attempt] }],
  };
}
