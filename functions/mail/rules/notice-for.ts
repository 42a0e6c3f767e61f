import type { MailKind } from "../../contacts/rules/may-mail.ts";
import type { Event } from "../../platform/events.ts";

/** The mail that names a friend; what it told is forgotten with the friend. */
export const FRIEND_NOTICE = "friend-joined";

/** Facts beside the event that a notice tells, already in the member's language. */
export interface NoticeFacts {
  availablePoints: number;
  pendingPoints: number;
  pendingUntil?: string;
  reason: string;
  tierName: string;
  tierPerks: string[];
}

/** A mail that answers an event at once. */
export interface Notice {
  template: string;
  kind: MailKind;
  variables: Record<string, unknown>;
}

/** The mail that an event calls for, if any: thanks, points, a friend, a tier. */
export function noticeFor(event: Event, facts: NoticeFacts): Notice | undefined {
  switch (event.type) {
    case "purchase.recorded":
      return { template: "thanks-for-order", kind: "transactional", variables: orderVariables(event.data, facts) };
    case "points.released":
      return points(event.data.points, facts);
    case "points.earned":
      // Pending points are announced when they can be spent; the thanks for the order told of them already.
      return event.data.pending ? undefined : points(event.data.points, facts);
    case "friend.joined":
      return {
        template: FRIEND_NOTICE,
        kind: "marketing",
        variables: { friend: { name: event.data.friendName ?? "" } },
      };
    case "tier.changed":
      return event.data.direction === "up" ? tierUp(facts) : undefined;
    case "tier.at-risk": {
      const { until, missingPoints } = event.data;
      return {
        template: "tier-warning",
        kind: "marketing",
        variables: { tier: { name: facts.tierName, until, missingPoints } },
      };
    }
    default:
      return undefined;
  }
}

function orderVariables(order: { orderId: string; totalMinor: number; currency: string }, facts: NoticeFacts) {
  const { orderId: id, totalMinor, currency } = order;
  return {
    order: { id, totalMinor, currency },
    points: { pending: facts.pendingPoints, availableAt: facts.pendingUntil },
  };
}

function points(amount: number, { reason, availablePoints }: NoticeFacts): Notice {
  const variables = { points: { amount, reason, available: availablePoints } };
  return { template: "points-earned", kind: "marketing", variables };
}

function tierUp({ tierName, tierPerks }: NoticeFacts): Notice {
  return { template: "tier-up", kind: "marketing", variables: { tier: { name: tierName, perks: tierPerks } } };
}
