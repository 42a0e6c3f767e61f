import type { Contact } from "../../contacts/rules/contact.ts";
import type { Suppression } from "../../contacts/rules/suppression.ts";
import type { MailBudget } from "./mail-budgets.ts";

/** How long a request for a trial stands that nobody has confirmed: whoever types the address again makes no second mail. */
export const STANDS_SECONDS = 24 * 60 * 60;

/** How soon the same address may ask again once its request was confirmed, or was held back. */
export const REPEAT_AFTER_SECONDS = 10 * 60;

/** How long the link in a confirmation mail is good. */
export const CONFIRM_WITHIN_DAYS = 7;

/** What a sign-up leads to; the person sees the same answer whichever it is. */
export type SignUpAnswer =
  | { do: "mail-confirmation" }
  | { do: "mail-sign-in" }
  | { do: "stay-silent"; reason: "suppressed" }
  | { do: "hold"; because: MailBudget["kind"] };

/** Decides how a request for a trial is answered by mail. */
export function answerSignUp(known: {
  contact: Contact | undefined;
  suppression: Suppression | undefined;
  alreadyTrying: boolean;
  /** The budget that has nothing left for this mail, if any. */
  spentUp: MailBudget["kind"] | undefined;
}): SignUpAnswer {
  if (known.suppression) return { do: "stay-silent", reason: "suppressed" };
  if (known.spentUp) return { do: "hold", because: known.spentUp };
  // Who already has this trial needs the way in, not a second confirmation.
  if (known.contact?.confirmedAt && known.alreadyTrying) return { do: "mail-sign-in" };
  return { do: "mail-confirmation" };
}
