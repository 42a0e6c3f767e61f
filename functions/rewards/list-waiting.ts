import type { Redemption } from "./rules/redemption.ts";
import { waitingPage } from "./store.ts";

/** One page of what a person has yet to send or do, the longest waiting first; `next` continues it. */
export function listWaiting(limit: number, after?: string): Promise<{ items: Redemption[]; next?: string }> {
  return waitingPage(limit, after);
}
