import type { Locale } from "../../contacts/rules/contact.ts";
import type { MailKind } from "../../contacts/rules/may-mail.ts";
import type { Instant } from "../../platform/clock.ts";
import type { LinkTargets } from "./link-targets.ts";
import type { UnknownDecision } from "./unknown-decision.ts";

/** Where a message stands; `submitted` means that SES accepted it, `unknown` that its answer was lost. */
export type MessageState =
  | "queued"
  | "unknown"
  | "submitted"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "skipped";

/** A link in the mail that opens something; minted when sending, so that nothing usable is kept in the table. */
export interface MessageLink {
  purpose: "confirm" | "sign-in";
  subject: string;
  expiresAt: Instant;
}

/** Subject and both parts of a mail. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** One email to one contact. */
export interface Message {
  id: string;
  contactId: string;
  kind: MailKind;
  template: string;
  /** The language asked for in the moment, when it may differ from the contact's. */
  locale?: Locale;
  /** What the template is told beside the facts that are read at the moment of sending. */
  variables: Record<string, unknown>;
  /** The offer whose deadline and remaining stock the mail states; after its end the mail is not sent. */
  offer?: string;
  link?: MessageLink;
  /** The finished mail, when there is no published version to make it from: a test of a template being edited. */
  rendered?: RenderedMail;
  /** What made it: a journey's step or an event. */
  cause: { journey?: string; step?: string; event?: string };
  queuedAt: Instant;
  state: MessageState;
  /** How many times the provider may have been given this message. */
  attempt: number;
  skipReason?: string;
  failure?: string;
  /** What a person made of it when nobody knew whether it went out, and the message that went out in its stead. */
  decided?: UnknownDecision;
  resentAs?: string;
  /** When its sender, a report or a person was done with it. */
  settledAt?: Instant;
  providerId?: string;
  templateVersion?: number;
  /** Where its tracked links lead, as far as that was told by variables when it was made. */
  targets?: LinkTargets;
  submittedAt?: Instant;
  deliveredAt?: Instant;
  bouncedAt?: Instant;
  complainedAt?: Instant;
  /** What a machine opened or clicked tells nothing of the reader: nothing may act on it. */
  humanOpenedAt?: Instant;
  machineOpenedAt?: Instant;
  humanClickedAt?: Instant;
  machineClickedAt?: Instant;
}
