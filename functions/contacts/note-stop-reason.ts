import { commit } from "../platform/commit.ts";
import { contactUpdate } from "./store.ts";

/** Keeps the answer to the one question asked of somebody who leaves. */
export async function noteStopReason(contactId: string, reason: string): Promise<void> {
  await commit([contactUpdate(contactId, { stopReason: reason })]);
}
