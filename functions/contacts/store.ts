import type { Instant } from "../platform/clock.ts";
import { type Condition, exists, isNew } from "../platform/conditions.ts";
import { getItem, getItems, queryAll, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import type { Delete, Put, Update, Write } from "../platform/writes.ts";
import type { Contact } from "./rules/contact.ts";
import type { Receipt, ReceiptFacts } from "./rules/receipt.ts";
import { headOf, nextReceipts, receiptDetails } from "./rules/receipt-chain.ts";

const ADDRESS = "adr#";
const RECEIPT = "consent#";

/** The key of a row that belongs to an address. */
const addressKey = (email: string, sk: string): Key => ({ pk: `${ADDRESS}${email}`, sk });
const contactKey = (id: string): Key => ({ pk: id, sk: "contact" });
const turnKey = (contactId: string): Key => ({ pk: contactId, sk: "letter-turn" });

export function readContact(id: string): Promise<Contact | undefined> {
  return getItem<Item & Contact>(contactKey(id));
}

/** The last marketing mail to a contact who chose a pace: whose turn it was, and when. */
export interface LetterTurn {
  contactId: string;
  messageId: string;
  at: Instant;
}

/** The last turns of these contacts, by contact. */
export async function readTurns(contactIds: string[]): Promise<Map<string, LetterTurn>> {
  const found = await getItems<Item & LetterTurn>([...new Set(contactIds)].map(turnKey));
  return new Map(found.map((turn) => [turn.contactId, turn]));
}

/** Takes a contact's turn for one message, unless another one had it at or after `freeBefore`. */
export function turnWrite(turn: LetterTurn, freeBefore: Instant): Put {
  const free: Condition[] = [isNew, { equals: ["messageId", turn.messageId] }, { below: ["at", freeBefore] }];
  return { put: { ...turnKey(turn.contactId), ...turn }, onlyIf: { anyOf: free }, refusal: "not-its-turn" };
}

/** Several contacts by id; whoever was erased is left out. */
export async function readContacts(ids: string[]): Promise<Map<string, Contact>> {
  const found = await getItems<Item & Contact>([...new Set(ids)].map(contactKey));
  return new Map(found.map((contact) => [contact.id, contact]));
}

export async function findContactId(email: string): Promise<string | undefined> {
  return (await getItem<Item & { contactId: string }>(addressKey(email, "contact")))?.contactId;
}

/** Whose these addresses are, by address. */
export async function findContactIds(emails: string[]): Promise<Map<string, string>> {
  const keys = emails.map((email) => addressKey(email, "contact"));
  const found = await getItems<Item & { contactId: string }>(keys);
  return new Map(found.map((row) => [row.pk.slice(ADDRESS.length), row.contactId]));
}

export async function findContact(email: string): Promise<Contact | undefined> {
  const id = await findContactId(email);
  return id ? readContact(id) : undefined;
}

/** Finds a contact by the id that the integrator uses for the person. */
export async function findContactByExternalId(externalId: string): Promise<Contact | undefined> {
  const row = await getItem<Item & { contactId: string }>(externalKey(externalId));
  return row && readContact(row.contactId);
}

/** The confirmed contacts of one month, newest first. */
export async function contactsOfMonth(month: string, limit: number, after?: string) {
  const selection = { index: "listed", pk: `contacts#${month}`, descending: true, limit } as const;
  const page = await queryPage<Item>({ ...selection, ...(after ? { after } : {}) });
  const found = await getItems<Item & Contact>(page.items.map(({ pk, sk }) => ({ pk, sk })));
  const order = new Map(page.items.map(({ pk }, at) => [pk, at]));
  found.sort((a, b) => (order.get(a.pk) ?? 0) - (order.get(b.pk) ?? 0));
  return { items: found as Contact[], next: page.next };
}

/** A new contact and the row that leads from the address to it. */
export function newContactWrites(contact: Contact): Put[] {
  const address = { ...addressKey(contact.email, "contact"), contactId: contact.id };
  return [
    { put: address, onlyIf: isNew, refusal: "address-taken" },
    { put: { ...contactKey(contact.id), ...contact }, onlyIf: isNew, refusal: "address-taken" },
  ];
}

/** Changes facts of a contact that exists; confirming also lists it for the console. */
export function contactUpdate(id: string, set: Partial<Contact>, remove: (keyof Contact)[] = []): Update {
  const listed = set.confirmedAt
    ? { listKey: `contacts#${set.confirmedAt.slice(0, 7)}`, listAt: `${set.confirmedAt}#${id}` }
    : {};
  return {
    update: contactKey(id),
    set: { ...set, ...listed },
    remove,
    onlyIf: { present: "pk" },
    refusal: "not-found",
  };
}

/** Takes away who somebody is: the contact and every row that leads to it, unless it has changed since it was read. */
export function contactErasedWrites({ id, email, externalId, lastReceipt }: Contact): Delete[] {
  const unchanged: Condition = lastReceipt ? { equals: ["lastReceipt", lastReceipt] } : { absent: "lastReceipt" };
  const sameId: Condition = externalId ? { equals: ["externalId", externalId] } : { absent: "externalId" };
  const onlyIf: Condition = { allOf: [{ equals: ["email", email] }, unchanged, sameId] };
  return [
    { delete: contactKey(id), onlyIf, refusal: RECEIPTS_MOVED },
    { delete: addressKey(email, "contact") },
    ...(externalId ? [{ delete: externalKey(externalId) }] : []),
  ];
}

/** The rows of a contact that tell who it is and what it agreed to. */
export const contactRowKinds: RowKind[] = [
  { sk: "contact", section: "contact", erased: "goes" },
  { sk: "letter-turn", section: "lastLetter", erased: "goes" },
  // What was agreed to goes; that there were agreements, and how one led to the next, can still be proven.
  { sk: RECEIPT, section: "consents", erased: (row) => ({ remove: receiptDetails(row) }) },
];

/** Leads from the integrator's id to the contact. */
export function externalIdWrite(externalId: string, contactId: string): Put {
  return {
    put: { ...externalKey(externalId), contactId },
    onlyIf: { anyOf: [isNew, { equals: ["contactId", contactId] }] },
    refusal: "external-id-taken",
  };
}

/** Why a consent change is refused that was decided before another one: it is worth deciding again. */
export const RECEIPTS_MOVED = "receipts-moved";

/** Changes what a contact agreed to or chose, and appends the receipts of it to the chain that the contact had. */
export function consentWrites(
  contact: Contact,
  facts: ReceiptFacts[],
  set: Partial<Contact>,
  remove: (keyof Contact)[] = [],
): Write[] {
  const receipts = nextReceipts(contact.id, headOf(contact), facts);
  const { number = 0, hash = "" } = receipts.at(-1) ?? {};
  const change = contactUpdate(contact.id, { ...set, receipts: number, lastReceipt: hash }, remove);
  const { lastReceipt } = contact;
  const onlyIf: Condition = lastReceipt
    ? { equals: ["lastReceipt", lastReceipt] }
    : { allOf: [exists, { absent: "lastReceipt" }] };
  return [{ ...change, onlyIf, refusal: RECEIPTS_MOVED }, ...receipts.map(receiptWrite)];
}

function receiptWrite(receipt: Receipt): Put {
  const number = String(receipt.number).padStart(6, "0");
  return {
    put: { pk: receipt.contactId, sk: `${RECEIPT}${receipt.at}#${number}`, ...receipt },
    onlyIf: isNew,
    refusal: RECEIPTS_MOVED,
  };
}

/** The receipts of a contact in the order of their chain. */
export async function readReceipts(contactId: string): Promise<Receipt[]> {
  const rows = await queryAll<Item & Receipt>({ pk: contactId, prefix: RECEIPT, consistent: true });
  // Rows of before there was a chain have no number.
  const chained = rows.filter(({ number }) => number !== undefined);
  return chained.map(({ pk: _pk, sk: _sk, ...receipt }) => receipt).sort((one, other) => one.number - other.number);
}

const externalKey = (externalId: string): Key => ({ pk: `ext#${externalId}`, sk: "contact" });
