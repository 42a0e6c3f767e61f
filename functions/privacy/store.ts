import type { Instant } from "../platform/clock.ts";
import { exists } from "../platform/conditions.ts";
import { queryAll, queryPage } from "../platform/dynamo.ts";
import { EVENT_PREFIX, type Event } from "../platform/events.ts";
import { type Item, keyOf } from "../platform/items.ts";
import type { RowErased } from "../platform/row-kinds.ts";
import type { Delete, Update } from "../platform/writes.ts";

/** Everything that lies in a contact's own partition. */
export function everyRowOf(contactId: string): Promise<Item[]> {
  return queryAll<Item>({ pk: contactId, consistent: true });
}

/** The next rows of a contact's partition. */
export function rowsAfter(contactId: string, after: string | undefined, limit: number) {
  return queryPage<Item>({ pk: contactId, limit, consistent: true, ...(after ? { after } : {}) });
}

/** What happened to a contact since an instant. */
export function eventsOf(contactId: string, since: Instant): Promise<(Item & Event)[]> {
  const between: [string, string] = [`${EVENT_PREFIX}${since}`, `${EVENT_PREFIX}~`];
  return queryAll<Item & Event>({ pk: contactId, between, consistent: true });
}

/** What becomes of one row when its person is erased; nothing when it stays, or is gone already. */
export function erasingWrites(row: Item, erased: RowErased): (Delete | Update)[] {
  if (erased === "stays") return [];
  if (erased === "goes") return [{ delete: keyOf(row) }];
  const change = erased(row);
  return isDone(row, change) ? [] : [{ update: keyOf(row), ...change, onlyIf: exists }];
}

/** A row that has nothing left to lose is not written again. */
function isDone(row: Item, { set = {}, remove = [] }: Pick<Update, "set" | "remove">): boolean {
  const same = Object.entries(set).every(([name, value]) => JSON.stringify(row[name]) === JSON.stringify(value));
  return same && remove.every((name) => row[name] === undefined);
}
