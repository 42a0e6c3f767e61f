import { getItem } from "../platform/dynamo.ts";
import type { Event } from "../platform/events.ts";
import type { Item, Key } from "../platform/items.ts";

/** The event of an outbox row that still waits for its reactions. */
export async function readPendingEvent(key: Key): Promise<Event | undefined> {
  const row = await getItem<Item & Event & { queue?: string }>(key);
  return row?.queue ? row : undefined;
}
