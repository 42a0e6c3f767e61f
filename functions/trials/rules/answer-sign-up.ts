import type { Contact, Suppression } from "../../contacts/rules/contact.ts";

/** How long one request for a trial stands before the same address may ask for another confirmation mail. */
export const REPEAT_AFTER_SECONDS = 10 * 60;

/** How long the link in a confirmation mail is good. */
export const CONFIRM_WITHIN_DAYS = 7;

/** What a sign-up leads to; the person sees the same answer whichever it is. */
export type SignUpAnswer =
  | { do: "mail-confirmation" }
  | { do: "mail-sign-in" }
  | { do: "stay-silent"; reason: "suppressed" };

/** Decides how a request for a trial is answered by mail. */
export function answerSignUp(known: {
  contact: Contact | undefined;
  suppression: Suppression | undefined;
  alreadyTrying: boolean;
}): SignUpAnswer {
  if (known.suppression) return { do: "stay-silent", reason: "suppressed" };
  // Who already has this trial needs the way in, not a second confirmation.
  if (known.contact?.confirmedAt && known.alreadyTrying) return { do: "mail-sign-in" };
  return { do: "mail-confirmation" };
}
