import type { Posting } from "./posting.ts";

/** What a member holds: points that wait, points to spend, points owed. Owing and having to spend exclude each other. */
export interface Balance {
  pending: number;
  available: number;
  debt: number;
}

export const EMPTY_BALANCE: Balance = { pending: 0, available: 0, debt: 0 };

/** The balance after some postings; folding every entry of a member from empty gives the member's balance. */
export function balanceAfter(balance: Balance, postings: Posting[]): Balance {
  const moved = (account: Posting["account"]) =>
    postings.reduce((sum, posting) => (posting.account === account ? sum + posting.points : sum), 0);
  return {
    pending: balance.pending + moved("member:pending"),
    available: balance.available + moved("member:available"),
    debt: balance.debt - moved("member:debt"),
  };
}

/** Whether two balances are the same. */
export function sameBalance(one: Balance, other: Balance): boolean {
  return one.pending === other.pending && one.available === other.available && one.debt === other.debt;
}
