import type { Mail } from "./mail.ts";
import { type EventDetail, type MailEventType, mailEvent } from "./mail-event.ts";
import type { SesStore } from "./ses-store.ts";

/** What a person or a script may let happen to a mail. */
export const OUTCOME_NAMES = ["delivery", "bounce", "complaint", "open", "click", "delay", "reject"] as const;
export type OutcomeName = (typeof OUTCOME_NAMES)[number];

// Apple's mail privacy proxy fetches every image of every mail under this bare agent: an open without a reader.
const MACHINE_AGENT = "Mozilla/5.0";

/** Writes the event; `detail` overrides fields of the event's own object, `machine: true` makes a machine of the reader. */
export function reportOutcome(store: SesStore, mail: Mail, outcome: OutcomeName, detail: EventDetail): void {
  const type: MailEventType = outcome === "delay" ? "deliveryDelay" : outcome;
  const at = store.now();
  const { region, accountId } = store.account;
  const payload = mailEvent(type, { mail, at, region, accountId, detail: ownDetail(detail) });
  store.mails.insertEvent({ mailId: mail.id, configurationSet: mail.configurationSet, type, dueAt: at, payload });
}

function ownDetail({ machine, ...detail }: EventDetail): EventDetail {
  return {
    ...(machine === true && { userAgent: MACHINE_AGENT, ipAddress: "17.58.0.1", isBotEvent: "Likely" }),
    ...detail,
  };
}
