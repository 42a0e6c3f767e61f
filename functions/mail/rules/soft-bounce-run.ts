import type { Instant } from "../../platform/clock.ts";
import type { OutcomeFacts } from "./outcome-facts.ts";

/** So many mails that came back softly, with none delivered between, and the mailbox is taken for dead. */
export const MOST_SOFT_BOUNCES = 3;

/** The soft bounces since the last delivery: whether they are too many, and since when. */
export interface SoftBounceRun {
  fullAt?: Instant;
  lastDeliveredAt?: Instant;
}

/**
 * Weighs all that is known of a contact's messages, so that no order in which it was reported changes the result. Who
 * lifted the suppression of the address by hand forgot the bounces before.
 */
export function softBounceRun(
  all: readonly Pick<OutcomeFacts, "deliveredAt" | "softBouncedAt">[],
  liftedAt: Instant = "",
): SoftBounceRun {
  const lastDeliveredAt = instantsOf(all.map(({ deliveredAt }) => deliveredAt)).at(-1);
  const bounces = instantsOf(all.map(({ softBouncedAt }) => softBouncedAt));
  const run = bounces.filter((at) => at > liftedAt && (!lastDeliveredAt || at > lastDeliveredAt));
  const fullAt = run[MOST_SOFT_BOUNCES - 1];
  return { ...(fullAt ? { fullAt } : {}), ...(lastDeliveredAt ? { lastDeliveredAt } : {}) };
}

function instantsOf(all: (Instant | undefined)[]): Instant[] {
  return all.filter((at) => at !== undefined).sort();
}
