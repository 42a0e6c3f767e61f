import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { REPEAT_AFTER_SECONDS, STANDS_SECONDS } from "./rules/answer-sign-up.ts";
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
  const repeatable = {
    openSince: secondsAfter(now, -STANDS_SECONDS),
    closedSince: secondsAfter(now, -REPEAT_AFTER_SECONDS),
  };
  const outcome = await commit([signUpWrite(signUp, repeatable)]);
  return outcome.ok ? { ok: true } : { ok: false, reason: outcome.reason };
}
