import type { DmarcRecord } from "../../platform/dmarc-record.ts";
import type { SendingAccount } from "../../platform/sending-account.ts";
import type { SendingIdentity } from "../../platform/sending-identity.ts";

/** What was found out about the domain and the account that mail is sent with. */
export interface SendingFacts {
  account: SendingAccount;
  identity: SendingIdentity | undefined;
  dmarc: DmarcRecord;
  postalAddress: string;
}

/** The things that have to be right before many people are written to. */
export const SENDING_ITEMS = [
  "domain",
  "dkim",
  "return-path",
  "dmarc",
  "production",
  "sending",
  "daily-quota",
  "postal-address",
] as const;
export type SendingItem = (typeof SENDING_ITEMS)[number];

/** `bad` blocks broadcasts, `warn` only says what would be better, `unasked` could not be found out. */
export type SendingState = "good" | "warn" | "bad" | "unasked";

/** One line of the checklist; `detail` is a figure or a name that makes it concrete. */
export interface SendingCheck {
  item: SendingItem;
  state: SendingState;
  detail?: string;
}

/** A day's quota that is used up to here may not last. */
const NEARLY_USED = 0.8;

/** Says of each thing whether it is right. Mailbox providers ask bulk senders for DKIM, SPF and DMARC since February 2024. */
export function sendingChecklist({ account, identity, dmarc, postalAddress }: SendingFacts): SendingCheck[] {
  return [
    { item: "domain", state: identity?.verified ? "good" : "bad" },
    { item: "dkim", ...dkimOf(identity) },
    { item: "return-path", ...returnPathOf(identity) },
    { item: "dmarc", ...dmarcOf(dmarc) },
    { item: "production", state: account.sandbox ? "bad" : "good" },
    { item: "sending", state: account.enabled ? "good" : "bad" },
    { item: "daily-quota", ...quotaOf(account) },
    { item: "postal-address", state: postalAddress.trim() === "" ? "bad" : "good", detail: postalAddress },
  ];
}

/** Whether many people may be written to: nothing is red. */
export function isReadyForMany(checks: SendingCheck[]): boolean {
  return checks.every(({ state }) => state !== "bad");
}

type Found = Omit<SendingCheck, "item">;

function dkimOf(identity: SendingIdentity | undefined): Found {
  const status = identity?.dkim ?? "NOT_STARTED";
  return { state: status === "SUCCESS" ? "good" : "bad", detail: status };
}

/** A return path of one's own carries the SPF record; without one SES's own passes, and only DKIM speaks for the domain. */
function returnPathOf(identity: SendingIdentity | undefined): Found {
  if (!identity?.mailFrom) return { state: "warn" };
  const { domain, status } = identity.mailFrom;
  if (status === "SUCCESS") return { state: "good", detail: domain };
  return { state: status === "PENDING" ? "warn" : "bad", detail: domain };
}

function dmarcOf(dmarc: DmarcRecord): Found {
  if (dmarc.answer === "unasked") return { state: "unasked" };
  return dmarc.answer === "found" ? { state: "good", detail: `p=${dmarc.policy}` } : { state: "bad" };
}

function quotaOf({ daily, sentLastDay }: SendingAccount): Found {
  if (!Number.isFinite(daily)) return { state: "good" };
  const detail = `${Math.round(sentLastDay)} / ${Math.round(daily)}`;
  if (sentLastDay >= daily) return { state: "bad", detail };
  return { state: sentLastDay >= daily * NEARLY_USED ? "warn" : "good", detail };
}
