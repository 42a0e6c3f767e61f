import type { MailTable } from "./mail-table.ts";
import type { SesAccount } from "./ses-account.ts";
import { SesRefusal } from "./ses-refusal.ts";

const DAY_MS = 24 * 3_600_000;
const SECOND_MS = 1000;

/** Refuses what would go over the account's daily quota or its rate; both count recipients, on the virtual clock. */
export function checkSendingLimits(account: SesAccount, mails: MailTable, recipients: number, now: number): void {
  const settings = account.settings();
  if (!settings.enforceLimits || recipients === 0) return;
  const quota = settings.max24HourSend;
  if (quota >= 0 && mails.countedSince(now - DAY_MS) + recipients > quota)
    throw new SesRefusal("TooManyRequestsException", "Daily message quota exceeded.");
  if (mails.countedSince(now - SECOND_MS) + recipients > settings.maxSendRate)
    throw new SesRefusal("TooManyRequestsException", "Maximum sending rate exceeded.");
}

export function sentLast24Hours(mails: MailTable, now: number): number {
  return mails.countedSince(now - DAY_MS);
}
