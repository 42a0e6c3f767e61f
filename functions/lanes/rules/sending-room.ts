import type { SendingAccount } from "../../platform/sending-account.ts";
import type { LaneRest } from "./lane.ts";

/** Of every second's quota so much is left to mail that people wait for. */
const RATE_SHARE = 0.98;

/** Of every day's quota so much is kept for mail that people wait for: a sign-in link goes out on the busiest day. */
const DAILY_RESERVE = 0.1;

/** What a lane may send now: so many mails, at so many a second, no more in one call than SES takes in a second. */
export interface SendingRoom {
  mails: number;
  rate: number;
  callSize: number;
}

/** How much room SES's quota leaves to marketing mail, or why there is none. */
export function sendingRoom(account: SendingAccount): SendingRoom | LaneRest {
  if (!account.enabled) return "sending-paused";
  const mails = Math.floor(account.daily * (1 - DAILY_RESERVE) - account.sentLastDay);
  if (mails < 1) return "daily-quota";
  const callSize = Math.max(1, Math.floor(account.rate));
  return { mails, rate: account.rate * RATE_SHARE, callSize };
}
