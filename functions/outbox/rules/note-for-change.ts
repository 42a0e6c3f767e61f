import type { Instant } from "../../platform/clock.ts";
import type { QueueName } from "../../platform/work-rows.ts";

/** The attributes of a work row that matter for forwarding it. */
export interface WorkRow {
  pk: string;
  sk: string;
  queue?: QueueName;
  dueAt?: Instant;
}

/** The note that a changed row asks for at once; undefined when it is not due yet or was told before. */
export function noteForChange(before: WorkRow | undefined, after: WorkRow | undefined, now: Instant) {
  if (!after?.queue || !after.dueAt || after.dueAt > now) return undefined;
  // A worker's own changes to a row it holds are no news; only a new due time is.
  if (before?.dueAt === after.dueAt) return undefined;
  return { pk: after.pk, sk: after.sk, queue: after.queue };
}
