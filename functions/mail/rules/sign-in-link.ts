import { type Instant, secondsAfter } from "../../platform/clock.ts";
import type { MessageLink } from "./message.ts";

/** How long a sign-in link is good. */
export const SIGN_IN_MINUTES = 15;

/** A link that signs a contact in once; `occurrence` tells one request from another. */
export function signInLink(contactId: string, occurrence: string, now: Instant): MessageLink {
  const subject = `${contactId}~${Date.parse(occurrence)}`;
  return { purpose: "sign-in", subject, expiresAt: secondsAfter(now, SIGN_IN_MINUTES * 60) };
}
