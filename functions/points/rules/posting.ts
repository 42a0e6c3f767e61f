/**
 * The two sides of the books. A member's accounts say what the member holds; the programme's say why: what it granted
 * and took back (liability), what was spent (redeemed), what lapsed unused (breakage).
 */
export type Account =
  | "member:pending"
  | "member:available"
  | "member:debt"
  | "programme:liability"
  | "programme:redeemed"
  | "programme:breakage";

/** One line of an entry. Debt is held as a negative number: −30 on `member:debt` means that 30 points are owed. */
export interface Posting {
  account: Account;
  points: number;
}

/** The postings without empty lines; an entry whose lines do not add up to zero is a fault, never a refusal. */
export function balanced(postings: Posting[]): Posting[] {
  const sum = postings.reduce((total, { points }) => total + points, 0);
  if (sum !== 0) throw new Error(`An entry must sum to zero, this one sums to ${sum}: ${JSON.stringify(postings)}`);
  return postings.filter(({ points }) => points !== 0);
}
