import { readBrand } from "../brand/store.ts";
import { readDmarcRecord } from "../platform/dmarc-record.ts";
import { readSendingAccount } from "../platform/sending-account.ts";
import { readSendingIdentity } from "../platform/sending-identity.ts";
import { setting } from "../platform/settings.ts";
import { isReadyForMany, type SendingCheck, sendingChecklist } from "./rules/sending-checklist.ts";

/** The state of everything that mail is sent with. */
export interface SendingStanding {
  domain: string;
  /** Nothing is red: many people may be written to. */
  ready: boolean;
  checks: SendingCheck[];
}

/** Asks SES, the DNS and the brand whether everything is right for writing to many people. */
export async function checkSending(): Promise<SendingStanding> {
  const domain = setting("SENDER_ADDRESS").split("@").at(-1) ?? "";
  const [account, identity, dmarc, { postalAddress }] = await Promise.all([
    readSendingAccount(),
    readSendingIdentity(domain),
    readDmarcRecord(domain),
    readBrand(),
  ]);
  const checks = sendingChecklist({ account, identity, dmarc, postalAddress });
  return { domain, ready: isReadyForMany(checks), checks };
}
