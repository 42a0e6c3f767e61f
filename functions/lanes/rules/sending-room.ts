import { MOST_COPIES } from "../../mail/rules/prepared-mail.ts";
import type { SendingAccount } from "../../platform/sending-account.ts";
import type { LaneRest } from "./lane.ts";
import type { LanePolicy } from "./lane-policy.ts";

/** What a lane may send now. */
export interface SendingRoom {
  mails: number;
  /** Why no more than these. */
  then: Extract<LaneRest, "daily-quota" | "monthly-budget">;
  /** Mails a second. */
  rate: number;
  /** Mails in one call: half a second's worth at most, so that a call never needs the whole of what SES has saved up. */
  callSize: number;
  /** Mails to prepare at once: two seconds' worth, because what is checked too early is not checked at the last moment. */
  preparedAtOnce: number;
}

const MOST_PREPARED = 500;

/** How much room SES's quota and the month's budget (`paid` mails, if there is one) leave to a lane, or why there is none. */
export function sendingRoom(
  account: SendingAccount,
  { rateShare, dailyReserve }: Pick<LanePolicy, "rateShare" | "dailyReserve">,
  paid?: number,
): SendingRoom | LaneRest {
  if (!account.enabled) return "sending-paused";
  const quota = Math.floor(account.daily * (1 - dailyReserve) - account.sentLastDay);
  const mails = Math.min(quota, paid ?? quota);
  const then = mails < quota ? "monthly-budget" : "daily-quota";
  if (mails < 1) return then;
  const callSize = Math.max(1, Math.min(MOST_COPIES, Math.floor(account.rate / 2)));
  const preparedAtOnce = Math.max(callSize, Math.min(MOST_PREPARED, Math.ceil(account.rate * 2)));
  return { mails, then, rate: account.rate * rateShare, callSize, preparedAtOnce };
}
