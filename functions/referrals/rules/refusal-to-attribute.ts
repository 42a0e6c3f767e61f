import type { Instant } from "../../platform/clock.ts";
import { sameMailbox } from "./same-mailbox.ts";
import type { ReferralTouch } from "./winning-touch.ts";

/** A person as far as attribution cares. */
export interface Person {
  id: string;
  email: string;
  confirmedAt?: Instant;
}

export type AttributionRefusal = "self-referral" | "already-known" | "circular-referral";

/**
 * Why a friend is not counted for an advocate, or undefined. Only what is certain is refused: the advocate's own
 * mailbox, somebody whose address was proven before the link was followed, and two who brought each other.
 */
export function refusalToAttribute(
  friend: Person,
  advocate: Person,
  touch: ReferralTouch,
  advocateBroughtBy: string | undefined,
): AttributionRefusal | undefined {
  if (friend.id === advocate.id || sameMailbox(friend.email, advocate.email)) return "self-referral";
  if (friend.confirmedAt && friend.confirmedAt < touch.at) return "already-known";
  return advocateBroughtBy === friend.id ? "circular-referral" : undefined;
}
