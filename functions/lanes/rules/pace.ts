/** The pace of a lane: how far its calls have used it up, in milliseconds of a clock that only runs forwards. */
export interface Pace {
  /** Mails a second. */
  rate: number;
  usedUntilMs: number;
}

/** Of the time that passed unused so much is made up for, as SES saves it up too; so a slow read costs no mails. */
const SAVED_MS = 250;

/** When a call may begin, and the pace after it: a call of n mails uses up n / rate seconds. */
export function paced(pace: Pace, mails: number, nowMs: number): { beginMs: number; after: Pace } {
  const from = Math.max(pace.usedUntilMs, nowMs - SAVED_MS);
  return { beginMs: Math.max(from, nowMs), after: { ...pace, usedUntilMs: from + (mails / pace.rate) * 1000 } };
}
