import { type AddressHash, addressHash } from "../platform/address-hash.ts";
import { daysAfter, epochSeconds, type Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, getItems, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { Delete, Put, Update } from "../platform/writes.ts";
import { inForce, type Suppression, type SuppressionRecord, suppressionIn } from "./rules/suppression.ts";

const ADDRESS = "adr#";
const SUPPRESSED = "suppressed";

const suppressionKey = (email: string): Key => ({ pk: `${ADDRESS}${email}`, sk: "suppression" });
const erasedKey = (hash: string): Key => ({ pk: `erased#${hash}`, sk: "suppression" });

type SuppressionRow = Item & SuppressionRecord;

/** What is kept about the suppression of an address, be it lifted or not, or be its owner erased since. */
export async function readSuppressionRecord(email: string): Promise<SuppressionRecord | undefined> {
  return (await readSuppressionRecords([email])).get(email);
}

export async function readSuppression(email: string): Promise<Suppression | undefined> {
  return suppressionIn(await readSuppressionRecord(email));
}

/** What is kept about the suppression of these addresses, by address. */
export async function readSuppressionRecords(emails: string[]): Promise<Map<string, SuppressionRecord>> {
  const hash = await addressHash();
  const asked = [...new Set(emails)];
  const keys = asked.flatMap((email) => [suppressionKey(email), erasedKey(hash(email))]);
  const rows = new Map((await getItems<SuppressionRow>(keys)).map((row) => [row.pk, row]));
  return new Map(
    asked.flatMap((email) => {
      const record = inForce(rows.get(suppressionKey(email).pk), rows.get(erasedKey(hash(email)).pk));
      return record ? [[email, record]] : [];
    }),
  );
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
  const items = found.filter(suppressionIn).map((row) => ({ ...row, email: row.pk.slice(ADDRESS.length) }));
  items.sort((one, other) => (suppressedPlace(one.email, one) < suppressedPlace(other.email, other) ? 1 : -1));
  return { items, next: page.next };
}

/** Why a change of a suppression is refused that was decided on another record of it. */
export const SUPPRESSION_MOVED = "suppression-moved";

/** Suppresses an address about which only this was kept before, and lists it for the console. */
export function suppressionWrite(email: string, suppression: Suppression, kept?: SuppressionRecord): Put {
  const listed = { listKey: SUPPRESSED, listAt: suppressedPlace(email, suppression) };
  const put = { ...suppressionKey(email), ...suppression, ...listed };
  return { put, onlyIf: stillAs(kept), refusal: SUPPRESSION_MOVED };
}

/** Lifts a suppression; the row stays, so that what happened before the lifting does not suppress the address again. */
export function liftingWrite(email: string, kept: SuppressionRecord, at: Instant): Update {
  const { erased, ...open } = kept;
  return {
    update: erased ? erasedKey(erased) : suppressionKey(email),
    set: { liftedAt: at },
    remove: ["listKey", "listAt"],
    onlyIf: stillAs(open),
    refusal: SUPPRESSION_MOVED,
  };
}

/** Nothing lies under the address itself, or what lay there when this was read. */
function stillAs(kept: SuppressionRecord | undefined): Condition {
  if (!kept) return isNew;
  const { reason, at, liftedAt, erased } = kept;
  if (erased) return { anyOf: [isNew, { present: "liftedAt" }] };
  const lifting: Condition = liftedAt ? { equals: ["liftedAt", liftedAt] } : { absent: "liftedAt" };
  return { allOf: [{ equals: ["reason", reason] }, { equals: ["at", at] }, lifting] };
}

/** Takes the suppression of an address out of clear sight; its record goes on under the keyed hash. */
export function suppressionErasedWrites(
  email: string,
  kept: SuppressionRecord | undefined,
  hash: AddressHash,
): (Put | Delete)[] {
  const away: Delete = { delete: suppressionKey(email), onlyIf: stillAs(kept), refusal: SUPPRESSION_MOVED };
  // What lies under the hash already outlives this erasure too.
  return kept && !kept.erased ? [away, erasedSuppressionWrite(hash(email), kept)] : [away];
}

/** What is kept about the suppression of somebody who was erased. */
export async function readErasedSuppression(hash: string): Promise<SuppressionRecord | undefined> {
  return getItem<SuppressionRow>(erasedKey(hash));
}

/** Suppresses an address of which only the keyed hash is known; the words of whoever suppressed it are not kept. */
export function erasedSuppressionWrite(hash: string, { reason, at, liftedAt }: SuppressionRecord): Put {
  return { put: { ...erasedKey(hash), reason, at, liftedAt, erased: hash } };
}

/** A file of addresses may give all of them one instant, and each has its own place in the list. */
function suppressedPlace(email: string, { at }: Suppression): string {
  return `${at}#${email}`;
}

/** What an integrator asked for under its own id, and what it was told; kept for a month, its address as a keyed hash. */
export interface SuppressionRequestRow {
  requestId: string;
  asked: string;
  answer: Pick<Suppression, "reason" | "at">;
  /** Whether the request suppressed the address, which was not before. */
  isNews: boolean;
}

const requestKey = (requestId: string): Key => ({ pk: `suppression-request#${requestId}`, sk: "request" });

export function readSuppressionRequest(requestId: string): Promise<SuppressionRequestRow | undefined> {
  return getItem<Item & SuppressionRequestRow>(requestKey(requestId));
}

export function suppressionRequestWrite(row: SuppressionRequestRow, at: Instant): Put {
  const expiresAt = epochSeconds(daysAfter(at, 30));
  return { put: { ...requestKey(row.requestId), ...row, expiresAt }, onlyIf: isNew, refusal: SUPPRESSION_MOVED };
}
