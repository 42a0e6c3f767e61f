import type { Locale, Touch } from "../../contacts/rules/contact.ts";
import type { Instant } from "../../platform/clock.ts";
import type { MailBudget } from "./mail-budgets.ts";

/** One request for a trial, waiting for its confirmation. */
export interface SignUp {
  email: string;
  name?: string;
  /** The front page's offer when none was named. */
  offer?: string;
  locale: Locale;
  timezone?: string;
  marketing: boolean;
  /** Names the words that stood beside the consent box: language and version. */
  consentText: string;
  /** SHA-256 of those words, where it was our own page that showed them. */
  consentHash?: string;
  /** The address that took the request. */
  form?: string;
  referralCode?: string;
  touch: Touch;
  requestedAt: Instant;
  /** Where the request came from, kept until it is answered. */
  network?: string;
  confirmedAt?: Instant;
  /** Set when no mail was sent because a budget was used up, and which. */
  heldAt?: Instant;
  heldBecause?: MailBudget["kind"];
}

/** One contact's use of a trial offer. */
export interface Trial {
  offer: string;
  startedAt: Instant;
  endsAt: Instant;
  usedAt?: Instant;
}
