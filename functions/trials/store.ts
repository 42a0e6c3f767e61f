import type { Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, queryAll } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { SignUp, Trial } from "./rules/trial.ts";

/** The sort key of sign-up rows, by which a worker knows what it was handed. */
export const SIGN_UP = "sign-up";

const signUpKey = (email: string): Key => ({ pk: `adr#${email}`, sk: SIGN_UP });
const trialKey = (contactId: string, offer: string): Key => ({ pk: contactId, sk: `trial#${offer}` });

export function readSignUp(email: string): Promise<(Item & SignUp) | undefined> {
  return getItem<Item & SignUp>(signUpKey(email));
}

export function readTrial(contactId: string, offer: string): Promise<(Item & Trial) | undefined> {
  return getItem<Item & Trial>(trialKey(contactId, offer));
}

export function trialsOf(contactId: string): Promise<(Item & Trial)[]> {
  return queryAll<Item & Trial>({ pk: contactId, prefix: "trial#" });
}

/** Keeps a request for a trial as due work, unless one made at or after `repeatableSince` stands. */
export function signUpWrite(signUp: SignUp, repeatableSince: Instant): Put {
  const key = signUpKey(signUp.email);
  return {
    put: { ...key, ...signUp, ...dueWork("reactions", signUp.requestedAt, key.pk) },
    onlyIf: { anyOf: [isNew, { below: ["requestedAt", repeatableSince] }] },
    refusal: "asked-recently",
  };
}

/** Marks a sign-up's mail as queued and settles which offer it is for: the row stops being due. */
export function signUpAnsweredWrite({ email, requestedAt }: SignUp, offer: string): Update {
  const onlyIf: Condition = { allOf: [{ equals: ["requestedAt", requestedAt] }, { present: "queue" }] };
  return { update: signUpKey(email), set: { offer }, remove: DUE_WORK, onlyIf, refusal: "already-answered" };
}

/** Marks a sign-up as confirmed, once. */
export function signUpConfirmedWrite({ email, requestedAt }: SignUp, at: Instant): Update {
  const onlyIf: Condition = { allOf: [{ equals: ["requestedAt", requestedAt] }, { absent: "confirmedAt" }] };
  return { update: signUpKey(email), set: { confirmedAt: at }, onlyIf, refusal: "already-confirmed" };
}

/** Starts a trial; a contact has each offer once. */
export function newTrialWrite(contactId: string, trial: Trial): Put {
  return { put: { ...trialKey(contactId, trial.offer), ...trial }, onlyIf: isNew, refusal: "already-trying" };
}

/** Notes the first use of a trial. */
export function trialUsedWrite(contactId: string, offer: string, at: Instant): Update {
  const onlyIf = { allOf: [{ present: "pk" }, { absent: "usedAt" }] };
  return { update: trialKey(contactId, offer), set: { usedAt: at }, onlyIf, refusal: "already-used" };
}
