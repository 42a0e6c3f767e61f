import { GetAccountCommand } from "@aws-sdk/client-sesv2";
import { ses } from "./ses.ts";

/** What SES lets this account send: the wall that all pacing stands before. */
export interface SendingAccount {
  enabled: boolean;
  /** Mails a second. */
  rate: number;
  /** Mails in any 24 hours; infinite when SES sets no limit. */
  daily: number;
  /** Mails sent in the last 24 hours. */
  sentLastDay: number;
  /** A new account may write to verified addresses only. */
  sandbox: boolean;
}

/** Asks SES for the account's quota; -1 is SES's word for a quota without limit. */
export async function readSendingAccount(): Promise<SendingAccount> {
  const { SendQuota, SendingEnabled, ProductionAccessEnabled } = await ses.send(new GetAccountCommand({}));
  const { MaxSendRate = 1, Max24HourSend = 200, SentLast24Hours = 0 } = SendQuota ?? {};
  return {
    enabled: SendingEnabled ?? true,
    rate: MaxSendRate < 0 ? Number.POSITIVE_INFINITY : MaxSendRate,
    daily: Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend,
    sentLastDay: SentLast24Hours,
    sandbox: !(ProductionAccessEnabled ?? false),
  };
}
