import * as Instants from "temporal-polyfill/fns/Instant";
import * as Zoned from "temporal-polyfill/fns/ZonedDateTime";
import type { Contact } from "../contacts/rules/contact.ts";
import type { ReceiptFacts } from "../contacts/rules/receipt.ts";
import { consentWrites, RECEIPTS_MOVED, readContact } from "../contacts/store.ts";
import { findOffer } from "../offers/find-offer.ts";
import type { Offer } from "../offers/rules/offer.ts";
import type { OfferNow } from "../offers/rules/offer-now.ts";
import { takePlaceWrite } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import type { SignUp, Trial } from "./rules/trial.ts";
import { newTrialWrite, readSignUp, readTrial, signUpConfirmedWrite } from "./store.ts";

export type Confirmation =
  | { ok: true; contact: Contact; offer: Offer; trial: Trial; first: boolean }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "offer-full" | "offer-closed"; contact: Contact; offer: Offer; opensAgainAt?: Instant };

/** Starts the trial of a person whose mailbox is thereby proven: consent, place and trial are taken together or not at all. */
export function confirmTrial(contactId: string, now: Instant): Promise<Confirmation> {
  return tryAgain(`confirming the trial of ${contactId}`, () => confirmOnce(contactId, now));
}

async function confirmOnce(contactId: string, now: Instant): Promise<Confirmation | typeof STALE> {
  const contact = await readContact(contactId);
  const signUp = contact && (await readSignUp(contact.email));
  const found = signUp?.offer ? await findOffer(signUp.offer, now) : undefined;
  if (!contact || !signUp || !found) return { ok: false, reason: "not-found" };
  const running = await readTrial(contact.id, found.offer.name);
  if (running) return { ok: true, contact, offer: found.offer, trial: running, first: false };
  if (found.now.state !== "open") return closed(contact, found);
  const trial = trialOf(found.offer, now);
  const done = await commit(confirmationWrites(contact, signUp, found, trial, now));
  if (done.ok) return { ok: true, contact: { ...contact, confirmedAt: now }, offer: found.offer, trial, first: true };
  if (done.reason === "offer-full")
    return closed(contact, { ...found, now: { ...found.now, state: "sold-out", remaining: 0 } });
  if (done.reason === RECEIPTS_MOVED) return STALE;
  // Two clicks at once: the other one has done it, and its trial is there to be read.
  const other = await readTrial(contact.id, found.offer.name);
  return other
    ? { ok: true, contact, offer: found.offer, trial: other, first: false }
    : { ok: false, reason: "not-found" };
}

function closed(contact: Contact, found: { offer: Offer; now: OfferNow }): Confirmation {
  const opensAgainAt =
    found.now.state === "sold-out" ? (found.now.opensAgainAt ?? found.now.period.closesAt) : undefined;
  const reason = found.now.state === "sold-out" ? "offer-full" : "offer-closed";
  return { ok: false, reason, contact, offer: found.offer, ...(opensAgainAt ? { opensAgainAt } : {}) };
}

/** A trial of fourteen days ends at the same clock time fourteen days later, also across a change of summer time. */
function trialOf(offer: Offer, now: Instant): Trial {
  const start = Instants.toZonedDateTimeISO(Instants.fromString(now), offer.zone);
  const { epochMilliseconds } = Zoned.addDays(start, offer.lengthDays ?? 14);
  return { offer: offer.name, startedAt: now, endsAt: new Date(epochMilliseconds).toISOString() };
}

function confirmationWrites(
  contact: Contact,
  signUp: SignUp,
  found: { offer: Offer; now: OfferNow },
  trial: Trial,
  now: Instant,
): Write[] {
  const { locale, referralCode, marketing } = signUp;
  const data = { offer: trial.offer, trialEndsAt: trial.endsAt, locale, ...(referralCode ? { referralCode } : {}) };
  const cause = `${trial.offer}#${signUp.requestedAt}`;
  return [
    signUpConfirmedWrite(signUp, now),
    ...consentWrites(
      contact,
      receiptsOf(signUp, now),
      confirmedFacts(contact, signUp, now),
      marketing ? ["stoppedAt", "stopReason"] : [],
    ),
    takePlaceWrite(found.offer, found.now.period),
    newTrialWrite(contact.id, trial),
    recordEvent(eventOf("trial.confirmed", { contactId: contact.id, at: now, cause }, data)),
  ];
}

/** The request lay in its own row until now, because a stranger might have made it; both enter the chain together. */
function receiptsOf(
  { requestedAt, marketing, locale, form, consentText, consentHash }: SignUp,
  now: Instant,
): ReceiptFacts[] {
  const shown = { locale, text: consentText, textHash: consentHash };
  return [
    { ...shown, at: requestedAt, act: "requested", method: "form", form },
    { ...shown, at: now, act: marketing ? "given" : "not-given", method: "confirm-link", form: "/confirm" },
  ];
}

/** What the form told is taken over only now: before the mailbox was proven a stranger might have typed it. */
function confirmedFacts(
  contact: Contact,
  { name, locale, timezone, marketing, touch }: SignUp,
  now: Instant,
): Partial<Contact> {
  return {
    ...(name ? { name } : {}),
    ...(timezone ? { timezone } : {}),
    locale,
    confirmedAt: contact.confirmedAt ?? now,
    // A box left empty in a later sign-up takes back nothing that was agreed to before.
    ...(marketing ? { consent: { marketing: true, at: now } } : {}),
    firstTouch: contact.firstTouch ?? touch,
    lastTouch: touch,
  };
}
