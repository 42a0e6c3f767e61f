import type { MessageLink } from "../../mail/rules/message.ts";
import { daysAfter } from "../../platform/clock.ts";
import { CONFIRM_WITHIN_DAYS } from "./answer-sign-up.ts";
import type { SignUp } from "./trial.ts";

/** The link of a confirmation mail: the same for the same request, so that a second copy carries the same link. */
export function confirmLink(contactId: string, { requestedAt }: SignUp): MessageLink {
  const expiresAt = daysAfter(requestedAt, CONFIRM_WITHIN_DAYS);
  return { purpose: "confirm", subject: contactId, expiresAt };
}
