import type { Instant } from "../../platform/clock.ts";

/** A mail that was opened, or a link in it that was followed. */
export interface Engagement {
  act: "opened" | "clicked";
  at: Instant;
  /** It showed by itself that a machine did it. */
  byMachine: boolean;
  /** Which link was followed. */
  link?: string;
}

/** Who opened or clicked: only what nothing speaks against is taken for a person's. */
export type EngagementKind = "human" | "machine";

/** Nobody reads a mail so soon after it has arrived; scanners look at it on its way in. */
const TOO_SOON_SECONDS = 10;

/** Nobody follows two links of a mail within so short a time; scanners follow them all. */
const AT_ONCE_SECONDS = 3;

/** Tells people from machines by how it looked, how soon it came, and what else was clicked in the same moment. */
export function engagementKind(
  engagement: Engagement,
  all: readonly Engagement[],
  arrivedAt: Instant | undefined,
): EngagementKind {
  if (engagement.byMachine) return "machine";
  if (arrivedAt && secondsBetween(arrivedAt, engagement.at) < TOO_SOON_SECONDS) return "machine";
  return all.some((other) => isAtOnce(engagement, other)) ? "machine" : "human";
}

function isAtOnce(engagement: Engagement, other: Engagement): boolean {
  if (engagement.act !== "clicked" || other.act !== "clicked" || engagement.link === other.link) return false;
  return Math.abs(secondsBetween(engagement.at, other.at)) < AT_ONCE_SECONDS;
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
