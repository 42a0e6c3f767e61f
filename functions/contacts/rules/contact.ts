import type { Instant } from "../../platform/clock.ts";
import type { MailPreferences } from "./preferences.ts";

/** The languages the product speaks; everything else falls back to the first. */
export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** Where a person came from: the advertising tags and the page that led here. */
export interface Touch {
  at: Instant;
  source?: string;
  medium?: string;
  campaign?: string;
  referrer?: string;
  referralCode?: string;
}

/** What was agreed to, and since when. */
export interface Consent {
  marketing: boolean;
  at: Instant;
}

/** A person we hold an address for. */
export interface Contact {
  id: string;
  email: string;
  name?: string;
  locale: Locale;
  timezone?: string;
  /** The integrator's own id of this person. */
  externalId?: string;
  createdAt: Instant;
  /** Set once the mailbox has been proven by a click of its owner. */
  confirmedAt?: Instant;
  consent: Consent;
  /** Set when the person asked for silence; a later sign-up with consent lifts it. */
  stoppedAt?: Instant;
  stopReason?: string;
  /** Which letters the person wants, and how often. */
  preferences?: MailPreferences;
  /** How many receipts of consent there are, and the hash of the last one. */
  receipts?: number;
  lastReceipt?: string;
  firstTouch?: Touch;
  lastTouch?: Touch;
  attributes?: Record<string, string | number | boolean>;
}
