import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { budgetedSource, EVERYTHING, type Made } from "./rules/source.ts";
import { countWrite } from "./store.ts";

/** Counts mails that SES has accepted, by their sources. One that is lost on the way only makes the budget stricter. */
export async function countSubmitted(mails: Made[], at: Instant): Promise<void> {
  const sources = mails.map(budgetedSource).filter((source) => source !== undefined);
  if (sources.length === 0) return;
  const counts = [...Map.groupBy(sources, (source) => source)].map(([source, all]) => [source, all.length] as const);
  const writes = [...counts, [EVERYTHING, sources.length] as const].map(([source, submitted]) =>
    countWrite(source, { submitted }, at),
  );
  await Promise.all(writes.map((write) => commit([write])));
}
