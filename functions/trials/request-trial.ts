import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { SignUp } from "./rules/trial.ts";
import { signUpWrite } from "./store.ts";

/**
 * Takes a request for a trial: one conditional write, whatever is known of the address, so that the answer and its
 * time tell nobody who is a customer. The confirmation mail follows from the row.
 */
export async function requestTrial(
  signUp: SignUp,
  now: Instant,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const outcome = await commit([signUpWrite(signUp, now)]);
  return outcome.ok ? { ok: true } : { ok: false, reason: outcome.reason };
}
