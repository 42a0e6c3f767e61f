import { daysAfter, epochSeconds, type Instant, secondsAfter } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, getItems, queryAll } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Delete, Put, Update } from "../platform/writes.ts";
import { REPEAT_AFTER_SECONDS, STANDS_SECONDS } from "./rules/answer-sign-up.ts";
import { type MailBudget, mailBudgets } from "./rules/mail-budgets.ts";
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

/** Keeps a request for a trial as due work, unless an earlier one of the same address still stands. */
export function signUpWrite(signUp: SignUp, now: Instant): Put {
  const key = signUpKey(signUp.email);
  const standsUntil = secondsAfter(signUp.requestedAt, STANDS_SECONDS);
  return {
    put: { ...key, ...signUp, standsUntil, ...dueWork("reactions", signUp.requestedAt, key.pk) },
    // Absent where there is no row, and in rows of before requests stood so long.
    onlyIf: { anyOf: [{ absent: "standsUntil" }, { below: ["standsUntil", now] }] },
    refusal: "asked-recently",
  };
}

/** Settles what a sign-up led to and which offer it is for: the row stops being due, and forgets where it came from. */
export function signUpAnsweredWrite(
  { email, requestedAt }: SignUp,
  settled: Pick<SignUp, "offer" | "heldAt" | "heldBecause">,
): Update {
  const onlyIf: Condition = { allOf: [{ equals: ["requestedAt", requestedAt] }, { present: "queue" }] };
  const remove = [...DUE_WORK, "network"];
  const set = { ...settled, ...(settled.heldAt ? { standsUntil: repeatableFrom(requestedAt) } : {}) };
  return { update: signUpKey(email), set, remove, onlyIf, refusal: "already-answered" };
}

/** How much of each budget is used up in its present window, in their order. */
export async function readSpent(budgets: MailBudget[], now: Instant): Promise<number[]> {
  const rows = await getItems<Item & { spent: number }>(budgets.map((budget) => budgetKey(budget, now)));
  const spent = new Map(rows.map((row) => [row.pk, row.spent]));
  return budgets.map((budget) => spent.get(budgetKey(budget, now).pk) ?? 0);
}

/** Takes one mail from a budget, if any is left in its present window. */
export function budgetWrite(budget: MailBudget, now: Instant): Update {
  return {
    update: budgetKey(budget, now),
    set: { expiresAt: epochSeconds(daysAfter(now, 2)) },
    add: { spent: 1 },
    onlyIf: { anyOf: [{ absent: "spent" }, { below: ["spent", budget.limit] }] },
    refusal: BUDGET_SPENT,
  };
}

/** Why a mail is refused whose budget somebody else has just used up. */
export const BUDGET_SPENT = "budget-spent";

function budgetKey({ kind, key, window }: MailBudget, now: Instant): Key {
  return { pk: `budget#${kind}#${key}`, sk: now.slice(0, window === "hour" ? 13 : 10) };
}

/** Marks a sign-up as confirmed, once. */
export function signUpConfirmedWrite({ email, requestedAt }: SignUp, at: Instant): Update {
  const onlyIf: Condition = { allOf: [{ equals: ["requestedAt", requestedAt] }, { absent: "confirmedAt" }] };
  const set = { confirmedAt: at, standsUntil: repeatableFrom(requestedAt) };
  return { update: signUpKey(email), set, onlyIf, refusal: "already-confirmed" };
}

/** A request that was confirmed or held back stands only for a while. */
function repeatableFrom(requestedAt: Instant): Instant {
  return secondsAfter(requestedAt, REPEAT_AFTER_SECONDS);
}

/** Takes away what an address asked for, and what its mailbox used up of its budget. */
export function signUpErasedWrites(email: string, now: Instant): Delete[] {
  const [budget] = mailBudgets({ email, isCustomer: true });
  const days = [now, daysAfter(now, -1), daysAfter(now, -2)];
  const counted = budget ? days.map((day) => ({ delete: budgetKey(budget, day) })) : [];
  return [{ delete: signUpKey(email) }, ...counted];
}

/** What a contact tried; it stays, because the places that were taken are counted by it. */
export const trialRowKinds: RowKind[] = [{ sk: "trial#", section: "trials", erased: "stays" }];

/** Starts a trial; a contact has each offer once. */
export function newTrialWrite(contactId: string, trial: Trial): Put {
  return { put: { ...trialKey(contactId, trial.offer), ...trial }, onlyIf: isNew, refusal: "already-trying" };
}

/** Notes the first use of a trial. */
export function trialUsedWrite(contactId: string, offer: string, at: Instant): Update {
  const onlyIf = { allOf: [{ present: "pk" }, { absent: "usedAt" }] };
  return { update: trialKey(contactId, offer), set: { usedAt: at }, onlyIf, refusal: "already-used" };
}
