import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { signInRequestWrite } from "./store.ts";

/** A second link for the same address is made after a minute at the earliest. */
const REPEAT_AFTER_SECONDS = 60;

/** Takes a request for a sign-in link: one write whoever asks, so that the answer tells nobody who is a member. */
export async function requestSignIn(email: string, now: Instant): Promise<void> {
  await commit([signInRequestWrite({ email, requestedAt: now }, secondsAfter(now, -REPEAT_AFTER_SECONDS))]);
}
