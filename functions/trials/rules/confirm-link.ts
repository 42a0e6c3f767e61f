import type { MessageLink } from "../../mail/rules/message.ts";
import { secondsAfter } from "../../platform/clock.ts";
import { CONFIRM_WITHIN_DAYS } from "./answer-sign-up.ts";
import type { SignUp } from "./trial.ts";

/** The link of a confirmation mail: the same for the same request, so that a second copy carries the same link. */
export function confirmLink(contactId: string, { requestedAt }: SignUp): MessageLink {
  const expiresAt = secondsAfter(requestedAt, CONFIRM_WITHIN_DAYS * 24 * 60 * 60);
  return { purpose: "confirm", subject: contactId, expiresAt };
}
