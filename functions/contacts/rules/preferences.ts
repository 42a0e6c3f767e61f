import { daysAfter, type Instant } from "../../platform/clock.ts";

/** How often letters may come. */
export const PACES = ["every", "weekly", "twice-monthly"] as const;
export type Pace = (typeof PACES)[number];

/** What a person chose about our letters; who chose nothing gets all of them. */
export interface MailPreferences {
  /** The topics that the person left out. */
  mutedTopics: string[];
  pace: Pace;
  /** Letters wait until then. */
  pausedUntil?: Instant;
}

export const EVERY_LETTER: MailPreferences = { mutedTopics: [], pace: "every" };

/** The breaks that can be taken, in days. */
const PAUSE_DAYS = { "two-weeks": 14, month: 30, "three-months": 91 } as const;
export type Pause = keyof typeof PAUSE_DAYS;
export const PAUSES = Object.keys(PAUSE_DAYS) as Pause[];

/** The end of a break that begins now. */
export function pauseUntil(pause: Pause, now: Instant): Instant {
  return daysAfter(now, PAUSE_DAYS[pause]);
}

/** Sixteen days, because fifteen would let three letters into a month of 31. */
const GAP_DAYS = { every: 0, weekly: 7, "twice-monthly": 16 } as const;

/** How many days lie between two letters to this person; what waited for the end of a break comes one a day. */
export function gapDays({ pace, pausedUntil }: MailPreferences): number {
  return GAP_DAYS[pace] || (pausedUntil ? 1 : 0);
}
