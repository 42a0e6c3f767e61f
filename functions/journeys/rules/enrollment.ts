import type { Instant } from "../../platform/clock.ts";

/** Where one contact stands in one journey. */
export type Passage =
  | { status: "active"; step: number; since: Instant; until: Instant; event?: string }
  | { status: "finished"; at: Instant }
  /** `goal`: left because what the journey is for has happened. */
  | { status: "left"; at: Instant; reason: string; goal?: true };

/** One contact's passage through one version of a journey. */
export interface Enrollment {
  contactId: string;
  journey: string;
  version: number;
  occurrence: string;
  enrolledAt: Instant;
  /** What the triggering event told that the mails repeat. */
  told: Record<string, unknown>;
  passage: Passage;
  /** Counts the changes, so that two workers cannot both make the next one. */
  revision: number;
}
