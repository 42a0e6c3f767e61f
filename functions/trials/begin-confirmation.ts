import { readBrand } from "../brand/store.ts";
import type { Contact } from "../contacts/rules/contact.ts";
import { findContact, newContactWrites } from "../contacts/store.ts";
import { readSuppression } from "../contacts/suppression-store.ts";
import { queueMessage } from "../mail/queue-message.ts";
import { SIGN_IN_MINUTES, signInLink } from "../mail/rules/sign-in-link.ts";
import type { Offer } from "../offers/rules/offer.ts";
import { readOfferDefinition } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { derivedIdAt } from "../platform/ids.ts";
import { log } from "../platform/log.ts";
import type { Write } from "../platform/writes.ts";
import { answerSignUp, type SignUpAnswer } from "./rules/answer-sign-up.ts";
import { confirmLink } from "./rules/confirm-link.ts";
import { type MailBudget, mailBudgets, spentUp } from "./rules/mail-budgets.ts";
import type { SignUp } from "./rules/trial.ts";
import { BUDGET_SPENT, budgetWrite, readSignUp, readSpent, readTrial, signUpAnsweredWrite } from "./store.ts";

/** Answers a request for a trial by mail: a confirmation, the way in for who has the trial, or nothing for the suppressed. */
export async function beginConfirmation(email: string, now: Instant): Promise<{ ok: true; answer?: SignUpAnswer }> {
  const signUp = await readSignUp(email);
  if (!signUp?.queue) return { ok: true };
  const [contact, suppression, offer] = await Promise.all([
    findContact(email),
    readSuppression(email),
    offerOf(signUp),
  ]);
  const alreadyTrying = contact ? (await readTrial(contact.id, offer.name)) !== undefined : false;
  const isCustomer = contact?.confirmedAt !== undefined;
  const budgets = mailBudgets({ email, network: signUp.network, isCustomer });
  const spent = spentUp(budgets, await readSpent(budgets, now));
  const answer = answerSignUp({ contact, suppression, alreadyTrying, spentUp: spent });
  const done = await commit(answerWrites(answer, { contact, signUp, offer, budgets }, now));
  // Two workers may hold the same note; the one who lost has nothing left to do. What moved meanwhile is read again.
  if (!done.ok && (done.reason === "address-taken" || done.reason === BUDGET_SPENT))
    return beginConfirmation(email, now);
  if (answer.do === "hold") log.warn("a sign-up gets no mail", { because: answer.because });
  return { ok: true, answer };
}

interface Asked {
  contact: Contact | undefined;
  signUp: SignUp;
  offer: Offer;
  budgets: MailBudget[];
}

/** A mail is taken from its budgets in the transaction that queues it; who gets none becomes no contact by it. */
function answerWrites(answer: SignUpAnswer, { contact, signUp, offer, budgets }: Asked, now: Instant): Write[] {
  if (answer.do === "hold")
    return [signUpAnsweredWrite(signUp, { offer: offer.name, heldAt: now, heldBecause: answer.because })];
  const person = contact ?? newContact(signUp);
  const newcomer = contact ? [] : newContactWrites(person);
  const mail = mailFor(answer, person, signUp, offer, now);
  const taken = mail.length > 0 ? budgets.map((budget) => budgetWrite(budget, now)) : [];
  return [signUpAnsweredWrite(signUp, { offer: offer.name }), ...newcomer, ...mail, ...taken];
}

/** The offer asked for; the front page's one when none, or none that exists, was named. */
async function offerOf({ offer: name }: SignUp): Promise<Offer> {
  const named = name ? await readOfferDefinition(name) : undefined;
  if (named) return named;
  const { defaultOffer } = await readBrand();
  const offer = await readOfferDefinition(defaultOffer);
  if (!offer)
    throw new Error(`The front page's offer ${defaultOffer} is not defined; apply a programme that defines it.`);
  return offer;
}

function newContact({ email, locale, timezone, requestedAt, touch }: SignUp): Contact {
  const id = derivedIdAt("con", requestedAt, email);
  const consent = { marketing: false, at: requestedAt };
  return { id, email, locale, ...(timezone ? { timezone } : {}), createdAt: requestedAt, consent, firstTouch: touch };
}

function mailFor(answer: SignUpAnswer, person: Contact, signUp: SignUp, offer: Offer, now: Instant): Write[] {
  const { requestedAt, locale } = signUp;
  const cause = { event: "trial.requested" };
  const about = { kind: "transactional", contactId: person.id, occurrence: requestedAt, cause } as const;
  if (answer.do === "stay-silent" || answer.do === "hold") return [];
  if (answer.do === "mail-sign-in") {
    const variables = { signInExpiresMinutes: SIGN_IN_MINUTES };
    return [
      queueMessage({ ...about, template: "sign-in", link: signInLink(person.id, requestedAt, now), variables }, now),
    ];
  }
  const link = confirmLink(person.id, signUp);
  const told = { title: offer.title[locale], lengthDays: offer.lengthDays ?? 14 };
  const variables = { offer: told, confirmExpiresAt: link.expiresAt };
  return [queueMessage({ ...about, template: "confirm", locale, link, variables }, now)];
}
