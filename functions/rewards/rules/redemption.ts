import type { Instant } from "../../platform/clock.ts";
import type { LotPart } from "../../points/rules/move-for-return.ts";
import type { Reward } from "./reward.ts";

/** One reward for one member: points were taken, and what they were taken for is on its way, there, or called off. */
export interface Redemption {
  id: string;
  contactId: string;
  /** The reward as it was then; a later version changes nothing of this. */
  reward: Pick<Reward, "name" | "version" | "kind" | "title" | "points" | "price" | "worth">;
  state: "reserved" | "fulfilled" | "cancelled";
  at: Instant;
  entryId: string;
  /** Which lots gave them: they go back there when it is called off. */
  taken: LotPart[];
  /** A voucher's code, and until when it is good. */
  code?: string;
  goodUntil?: Instant;
  /** What was done last, by whom, and what they said of it. */
  settledAt?: Instant;
  settledBy?: string;
  note?: string;
}

/** Whether what was asked for the second time is what was asked for the first time. */
export function isRepeated(known: Redemption, rewardName: string): boolean {
  return known.reward.name === rewardName;
}

/** A voucher is there at once; for everything else a person has to do something. */
export function firstState({ kind }: Pick<Reward, "kind">): Redemption["state"] {
  return kind === "voucher" ? "fulfilled" : "reserved";
}
