import { daysAfter, epochSeconds, type Instant } from "../platform/clock.ts";
import { type Condition, exists, isNew } from "../platform/conditions.ts";
import { getItem, getItems, queryAll, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { Put, Update, Write } from "../platform/writes.ts";
import type { Contact } from "./rules/contact.ts";
import type { Receipt, ReceiptFacts } from "./rules/receipt.ts";
import { headOf, nextReceipts } from "./rules/receipt-chain.ts";
import { type Suppression, type SuppressionRecord, suppressionIn } from "./rules/suppression.ts";

const ADDRESS = "adr#";
const RECEIPT = "consent#";
const SUPPRESSED = "suppressed";

/** The key of a row that belongs to an address. */
const addressKey = (email: string, sk: string): Key => ({ pk: `${ADDRESS}${email}`, sk });
const suppressionKey = (email: string) => addressKey(email, "suppression");
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
  return new Map(found.map((row) => [addressIn(row), row.contactId]));
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

type SuppressionRow = Item & SuppressionRecord;

/** What is kept about the suppression of an address, be it lifted or not. */
export function readSuppressionRecord(email: string): Promise<SuppressionRecord | undefined> {
  return getItem<SuppressionRow>(suppressionKey(email));
}

export async function readSuppression(email: string): Promise<Suppression | undefined> {
  return suppressionIn(await readSuppressionRecord(email));
}

/** What is kept about the suppression of these addresses, by address. */
export async function readSuppressionRecords(emails: string[]): Promise<Map<string, SuppressionRecord>> {
  const found = await getItems<SuppressionRow>([...new Set(emails)].map(suppressionKey));
  return new Map(found.map((row) => [addressIn(row), row]));
}

/** The suppressions among these addresses, by address. */
export async function readSuppressions(emails: string[]): Promise<Map<string, Suppression>> {
  return new Map([...(await readSuppressionRecords(emails))].filter(([, record]) => suppressionIn(record)));
}

/** One page of the suppressed addresses, the newest first. */
export async function suppressedAddresses(limit: number, after?: string) {
  const selection = { index: "listed", pk: SUPPRESSED, descending: true, limit } as const;
  const page = await queryPage<Item>({ ...selection, ...(after ? { after } : {}) });
  const found = await getItems<SuppressionRow>(page.items.map(({ pk, sk }) => ({ pk, sk })));
  // The index may lag behind a lifting.
  const items = found.filter(suppressionIn).map((row) => ({ ...row, email: addressIn(row) }));
  items.sort((one, other) => (suppressedPlace(one.email, one) < suppressedPlace(other.email, other) ? 1 : -1));
  return { items, next: page.next };
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

/** Leads from the integrator's id to the contact. */
export function externalIdWrite(externalId: string, contactId: string): Put {
  return {
    put: { ...externalKey(externalId), contactId },
    onlyIf: { anyOf: [isNew, { equals: ["contactId", contactId] }] },
    refusal: "external-id-taken",
  };
}

/** Why a change of a suppression is refused that was decided on another record of it. */
export const SUPPRESSION_MOVED = "suppression-moved";

/** Suppresses an address about which only this was kept before, and lists it for the console. */
export function suppressionWrite(email: string, suppression: Suppression, kept?: SuppressionRecord): Put {
  const listed = { listKey: SUPPRESSED, listAt: suppressedPlace(email, suppression) };
  const put = { ...suppressionKey(email), ...suppression, ...listed };
  return { put, onlyIf: kept ? stillAs(kept) : isNew, refusal: SUPPRESSION_MOVED };
}

/** Lifts a suppression; the row stays, so that what happened before the lifting does not suppress the address again. */
export function liftingWrite(email: string, kept: SuppressionRecord, at: Instant): Update {
  const remove = ["listKey", "listAt"];
  return {
    update: suppressionKey(email),
    set: { liftedAt: at },
    remove,
    onlyIf: stillAs(kept),
    refusal: SUPPRESSION_MOVED,
  };
}

function stillAs({ reason, at, liftedAt }: SuppressionRecord): Condition {
  const lifting: Condition = liftedAt ? { equals: ["liftedAt", liftedAt] } : { absent: "liftedAt" };
  return { allOf: [{ equals: ["reason", reason] }, { equals: ["at", at] }, lifting] };
}

/** What an integrator asked for under its own id, and what it was told; kept for a month. */
export interface SuppressionRequestRow {
  requestId: string;
  email: string;
  said: string;
  answer: Suppression;
}

const requestKey = (requestId: string): Key => ({ pk: `suppression-request#${requestId}`, sk: "request" });

export function readSuppressionRequest(requestId: string): Promise<SuppressionRequestRow | undefined> {
  return getItem<Item & SuppressionRequestRow>(requestKey(requestId));
}

export function suppressionRequestWrite(row: SuppressionRequestRow, at: Instant): Put {
  const expiresAt = epochSeconds(daysAfter(at, 30));
  return { put: { ...requestKey(row.requestId), ...row, expiresAt }, onlyIf: isNew, refusal: SUPPRESSION_MOVED };
}

const addressIn = ({ pk }: Item): string => pk.slice(ADDRESS.length);

/** A file of addresses may give all of them one instant, and each has its own place in the list. */
function suppressedPlace(email: string, { at }: Suppression): string {
  return `${at}#${email}`;
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
