import { queryPage } from "../platform/dynamo.ts";
import type { Item } from "../platform/items.ts";

/** The rows of one kind of a contact that were written before an instant, newest first. */
export async function rowsBefore(contactId: string, prefix: string, before: string, limit: number): Promise<Item[]> {
  const between: [string, string] = [prefix, `${prefix}${before}`];
  return (await queryPage<Item>({ pk: contactId, between, descending: true, limit })).items;
}
