import { commit } from "../platform/commit.ts";
import type { Contact } from "./rules/contact.ts";
import { contactUpdate } from "./store.ts";

/** Changes what people may change about themselves. */
export async function changeContact(
  id: string,
  change: { name?: string | undefined; locale?: Contact["locale"] | undefined; timezone?: string | undefined },
): Promise<{ ok: boolean }> {
  if (Object.values(change).every((value) => value === undefined)) return { ok: true };
  return commit([contactUpdate(id, change as Partial<Contact>)]);
}
