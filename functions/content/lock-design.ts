import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import { lockWrite, readLock, readMeta } from "./store.ts";

export interface LockDesign {
  name: string;
  locked: boolean;
  by: string;
  at: Instant;
  alongside?: Write[];
}

export type LockedDesign = { ok: true } | { ok: false; reason: "not-found" };

/** Locks the design of a template, so that only its fields and header lines can be changed, or lets it go again. */
export async function lockDesign({ name, locked, by, at, alongside = [] }: LockDesign): Promise<LockedDesign> {
  const [meta, before] = await Promise.all([readMeta(name), readLock(name)]);
  if (!meta) return { ok: false, reason: "not-found" };
  // What is so already is no act, and leaves no audit row.
  if ((before !== undefined) !== locked) {
    await commit([lockWrite(name, { locked, by, at }), ...alongside]);
  }
  return { ok: true };
}
