import { commit } from "../platform/commit.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import type { Lane } from "./rules/lane.ts";
import { leaveIfUnaskedWrite, leaveLaneWrite, readLane } from "./store.ts";

/** What became of leaving: the lane is free, somebody asked for more (then the lane with their word), or another sender has it. */
export type Left = { left: true } | { left: false; asked: Lane } | { left: false; asked?: undefined };

/** Leaves the lane, unless somebody asked for it since this sender last looked: their work would wait for the next sweep. */
export async function leaveIfUnasked(queue: PacedQueue, lane: Lane): Promise<Left> {
  if ((await commit([leaveIfUnaskedWrite(queue, lane)])).ok) return { left: true };
  const found = await readLane(queue);
  return found?.fence === lane.fence ? { left: false, asked: found } : { left: false };
}

/** Leaves the lane whoever asked for it: somebody comes later anyhow, and must not wait for this sender's lease to end. */
export async function leaveLane(queue: PacedQueue, lane: Lane): Promise<void> {
  await commit([leaveLaneWrite(queue, lane)]);
}
