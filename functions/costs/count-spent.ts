import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { nanosPerMail } from "./known-prices.ts";
import { type SourceSpent, spentWrite } from "./store.ts";

/**
 * Counts what mails cost that SES was handed, by their sources: one write for each source of a call, however many mails
 * it carried. A process that dies in this moment leaves its call uncounted, and a write whose answer is lost may be made
 * twice: so what is off is never more than the calls that were under way.
 */
export async function countSpent(lane: SourceSpent["lane"], sources: string[], at: Instant): Promise<void> {
  const each = nanosPerMail(lane, at);
  const writes = [...Map.groupBy(sources, (source) => source)].map(([source, { length: mails }]) =>
    spentWrite({ source, lane, mails, nanos: mails * each }, at),
  );
  await Promise.all(writes.map((write) => commit([write])));
}
