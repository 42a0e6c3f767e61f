import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import type { Update } from "../platform/writes.ts";
import { type Counted, hoursThatCount, overrunOf, sumOf } from "./rules/error-budget.ts";
import { EVERYTHING } from "./rules/source.ts";
import { countWrite, holdWrite, readHold, readHours } from "./store.ts";

/** The writes that count what went wrong with a mail of a source, to be committed with the report of it. */
export function troubleWrites(source: string, trouble: "bounced" | "complained", at: Instant): Update[] {
  return [source, EVERYTHING].map((each) => countWrite(each, { [trouble]: 1 }, at));
}

/** Holds a source, or everything, that has used up its error budget: only a person lets it go on. */
export async function holdIfOver(source: string, now: Instant): Promise<void> {
  for (const each of [source, EVERYTHING]) await judge(each, now);
}

async function judge(source: string, now: Instant): Promise<void> {
  const hold = await readHold(source);
  if (hold?.heldAt) return;
  const counted: Counted = sumOf(await readHours(source, hoursThatCount(now, hold?.resumedAt)));
  const because = overrunOf(counted);
  if (!because) return;
  const held = await commit([holdWrite(source, because, counted, now)]);
  if (held.ok) log.error("a source of mail is held until a person lets it go on", { source, because, counted });
}
