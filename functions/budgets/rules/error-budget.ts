import { type Instant, secondsAfter } from "../../platform/clock.ts";

/** What was counted of the mail of one source, or of all marketing mail, in a stretch of time. */
export interface Counted {
  submitted: number;
  /** Hard bounces: soft ones pass. */
  bounced: number;
  complained: number;
}

/** Why a source is held: too many of its mails hit no mailbox, or were reported as spam. */
export type Overrun = "bounces" | "complaints";

/** Well below SES's lines: it reviews an account at 5 % bounces and 0.1 % complaints. */
const MOST = { bounced: 0.02, complained: 0.0005 } as const;

/** One unlucky address proves nothing, however few mails there were. */
const FEWEST = { bounced: 5, complained: 2 } as const;

/** How far back is counted. */
const WINDOW_HOURS = 72;

/** Whether a source has used up what it may do wrong. */
export function overrunOf({ submitted, bounced, complained }: Counted): Overrun | undefined {
  if (complained >= FEWEST.complained && complained > submitted * MOST.complained) return "complaints";
  return bounced >= FEWEST.bounced && bounced > submitted * MOST.bounced ? "bounces" : undefined;
}

/** The sum of several stretches. */
export function sumOf(counted: Partial<Counted>[]): Counted {
  const sum = (name: keyof Counted) => counted.reduce((total, each) => total + (each[name] ?? 0), 0);
  return { submitted: sum("submitted"), bounced: sum("bounced"), complained: sum("complained") };
}

/** The hour in which something is counted: "2026-11-28T08". */
export function hourOf(at: Instant): string {
  return at.slice(0, 13);
}

/** The hours that count now: the window's, but none up to the one in which a person let the source go on. */
export function hoursThatCount(now: Instant, resumedAt: Instant | undefined): [from: string, to: string] {
  const from = hourOf(secondsAfter(now, -WINDOW_HOURS * 3600));
  const fresh = resumedAt ? hourOf(secondsAfter(resumedAt, 3600)) : from;
  const [later = from] = [from, fresh].sort().reverse();
  return [later, hourOf(now)];
}
