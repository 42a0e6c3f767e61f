import { LANE_POLICIES } from "../../lanes/rules/lane-policy.ts";
import type { Message } from "../../mail/rules/message.ts";
import { stateIn } from "../../mail/rules/message-standing.ts";
import { type OutcomeFacts, providerIdsIn } from "../../mail/rules/outcome-facts.ts";

/** Where our books have a message, by what its own row says. */
export type Held = "waiting" | "submitted" | "unknown" | "failed" | "skipped";

/** The last word of SES on a message; `accepted` is that it took it, and nothing since. */
export type Reported = "accepted" | "delivered" | "bounced" | "complained" | "rejected";

/** In what our books and SES's events can differ. */
export const DIFFERENCE_KINDS = [
  "silent",
  "sent-though-waiting",
  "told-though-unknown",
  "sent-though-failed",
  "sent-though-skipped",
  "sent-though-given-up",
  "duplicate",
  "stray",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One message in our books beside what SES told of it. */
export interface Compared {
  held: Held;
  reported?: Reported;
  /** A person took it as arrived, and SES has told nothing. */
  byHand: boolean;
  /** SES's ids of it: one for each copy that it accepted. */
  providerIds: string[];
  differences: DifferenceKind[];
}

/** Compares a message whose day is long over with what SES has told of it by now. */
export function compareMessage(message: Message, facts: OutcomeFacts | undefined): Compared {
  const held = heldAs(message);
  const reported = facts && REPORTED[stateIn(facts)];
  const byHand = message.decided === "arrived" && !facts;
  const providerIds = [...new Set([message.providerId ?? [], facts ? providerIdsIn(facts) : []].flat())].sort();
  const disagreement = disagreementOn(message, held, reported);
  const isDoubled = providerIds.length > LANE_POLICIES[message.kind].mostAttempts;
  return {
    ...{ held, byHand, providerIds },
    ...(reported ? { reported } : {}),
    differences: [...(disagreement ? [disagreement] : []), ...(isDoubled ? ["duplicate" as const] : [])],
  };
}

function heldAs({ state }: Message): Held {
  switch (state) {
    case "queued":
      return "waiting";
    case "unknown":
    case "failed":
    case "skipped":
      return state;
    default:
      return "submitted";
  }
}

const REPORTED: Record<ReturnType<typeof stateIn>, Reported | undefined> = {
  submitted: "accepted",
  delivered: "delivered",
  bounced: "bounced",
  complained: "complained",
  failed: "rejected",
  queued: undefined,
  unknown: undefined,
  skipped: undefined,
};

function disagreementOn({ decided }: Message, held: Held, reported: Reported | undefined): DifferenceKind | undefined {
  if (!reported) return held === "submitted" && decided !== "arrived" ? "silent" : undefined;
  if (held === "waiting") return "sent-though-waiting";
  if (held === "unknown") return "told-though-unknown";
  // What SES turned down after the fact did not go out, whatever kept it back on our side.
  if (held === "submitted" || reported === "rejected") return undefined;
  if (held === "failed") return "sent-though-failed";
  return decided ? "sent-though-given-up" : "sent-though-skipped";
}
