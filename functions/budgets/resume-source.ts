import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import { resumeWrite } from "./store.ts";

/** Lets a held source go on, with the row that says who did; what was counted before no longer counts. */
export async function resumeSource(source: string, by: string, at: Instant, alongside: Write[]) {
  const done = await commit([resumeWrite(source, by, at), ...alongside]);
  return done.ok ? ({ ok: true } as const) : ({ ok: false, reason: "not-found" } as const);
}
