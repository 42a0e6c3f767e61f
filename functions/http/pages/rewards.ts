import type { Reward } from "../../rewards/rules/reward.ts";
import type { RewardStanding } from "../../rewards/rules/reward-standing.ts";
import { dateWords } from "../format.ts";
import type { PageFrame } from "../page-frame.ts";
import { words } from "../words.ts";

/** A reward with how the member finds it. */
export interface PortalReward {
  name: string;
  kind: Reward["kind"];
  title: string;
  summary: string;
  points: number;
  /** What is paid beside the points, in words. */
  price?: string | undefined;
  state: RewardStanding["state"];
  left?: number | undefined;
  missing?: number | undefined;
  opensAt?: string | undefined;
  tier?: string | undefined;
  wish: string;
}

/** Something that points were spent on. */
export interface PortalRedemption {
  id: string;
  title: string;
  kind: Reward["kind"];
  state: "reserved" | "fulfilled" | "cancelled";
  at: string;
  code?: string | undefined;
  goodUntil?: string | undefined;
}

/** A few are worth counting; of many nobody needs to know how many. */
const FEW = 20;

/** A reward as its card says it: what it costs, and the button, or why there is none. */
export function rewardView(reward: PortalReward, frame: PageFrame) {
  const { locale } = frame;
  const { points, price, left, state } = reward;
  const cost = words(locale, price ? "portal.rewards.costWithPrice" : "portal.rewards.cost", {
    count: points,
    price: price ?? "",
  });
  return {
    ...reward,
    cost,
    ready: state === "ready",
    leftWords: left !== undefined && left <= FEW ? words(locale, "portal.rewards.left", { count: left }) : "",
    why: state === "ready" ? "" : whyNot(reward, frame),
    next: words(locale, `portal.rewards.next.${reward.kind}`),
  };
}

function whyNot({ state, missing = 0, opensAt = "", tier = "" }: PortalReward, { locale, zone }: PageFrame): string {
  const date = opensAt && dateWords(opensAt, "short", locale, zone);
  return words(locale, `portal.rewards.why.${state}`, { count: missing, date, tier });
}

/** What became of something that was redeemed. */
export function redemptionView(redemption: PortalRedemption, { locale }: PageFrame) {
  const { state, kind } = redemption;
  const isCode = kind === "voucher" && state === "fulfilled";
  return {
    ...redemption,
    canCancel: state === "reserved",
    stateWords: isCode ? "" : words(locale, `portal.rewards.states.${state}`),
  };
}
