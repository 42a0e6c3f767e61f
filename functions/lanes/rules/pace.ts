/** The pace of a lane: how far its calls have used it up, in milliseconds of a clock that only runs forwards. */
export interface Pace {
  /** Mails a second. */
  rate: number;
  usedUntilMs: number;
}

/** When a call may begin, and the pace after it: a call of n mails uses up n / rate seconds; time that passed unused is lost. */
export function paced(pace: Pace, mails: number, nowMs: number): { beginMs: number; after: Pace } {
  const beginMs = Math.max(pace.usedUntilMs, nowMs);
  return { beginMs, after: { ...pace, usedUntilMs: beginMs + (mails / pace.rate) * 1000 } };
}
