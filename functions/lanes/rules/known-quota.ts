import { type Instant, secondsAfter } from "../../platform/clock.ts";
import type { SendingAccount } from "../../platform/sending-account.ts";

/** What SES said of the account when it was last asked, and what the lane has sent since. */
export interface KnownQuota extends SendingAccount {
  askedAt: Instant;
}

/** SES answers one such question a second, and a confirmation need not wait for the answer to it. */
const GOOD_FOR_SECONDS = 10;

/** The table keeps no infinite number; so much is as good as no limit. */
const LIMITLESS = 1e12;

/** The quota as it may be kept with the lane. */
export function knownQuota({ rate, daily, ...account }: SendingAccount, askedAt: Instant): KnownQuota {
  return { ...account, rate: Math.min(rate, LIMITLESS), daily: Math.min(daily, LIMITLESS), askedAt };
}

/** Whether a quota that was asked for earlier can still be relied on. */
export function isRecent(quota: KnownQuota | undefined, now: Instant): quota is KnownQuota {
  return quota !== undefined && secondsAfter(quota.askedAt, GOOD_FOR_SECONDS) > now;
}

/** The quota after so many mails more. */
export function quotaAfter(quota: KnownQuota, mails: number): KnownQuota {
  return { ...quota, sentLastDay: quota.sentLastDay + mails };
}
