import type { MailOutcome } from "./mail.ts";
import { mailAddress, SIMULATOR_DOMAIN } from "./mail-address.ts";
import type { EventDetail, MailEventType } from "./mail-event.ts";
import type { SuppressionReason } from "./suppression-list.ts";

export interface ExpectedEvent {
  type: MailEventType;
  detail?: EventDetail;
  recipients: string[];
  outcome: MailOutcome;
}

/** What becomes of a mail at each of its recipients, when nobody orders otherwise: it is delivered. */
export function expectedEvents(
  recipients: string[],
  suppressedFor: (address: string) => SuppressionReason | undefined,
): ExpectedEvent[] {
  const outcomes = recipients.flatMap((recipient) => {
    const reason = suppressedFor(recipient);
    return reason ? suppressed(recipient, reason) : fateOf(recipient);
  });
  const delivered = outcomes.filter((event) => event.type === "delivery");
  const others = outcomes.filter((event) => event.type !== "delivery");
  const send: ExpectedEvent = { type: "send", recipients, outcome: "accepted" };
  if (delivered.length === 0) return [send, ...others];
  // One mail server, one answer: all that arrive are told in one event.
  const delivery = { ...(delivered[0] as ExpectedEvent), recipients: delivered.flatMap((event) => event.recipients) };
  return [send, delivery, ...others];
}

export const isSimulator = (address: string): boolean => mailAddress(address).domain === SIMULATOR_DOMAIN;

/** The mailbox simulator's addresses, with or without a label: `bounce+anything@`. */
function fateOf(recipient: string): ExpectedEvent[] {
  const delivery: ExpectedEvent = { type: "delivery", recipients: [recipient], outcome: "delivered" };
  if (!isSimulator(recipient)) return [delivery];
  const mailbox = recipient.split("@")[0]?.split("+")[0]?.toLowerCase();
  if (mailbox === "bounce") return [{ type: "bounce", recipients: [recipient], outcome: "bounced" }];
  if (mailbox === "complaint") return [delivery, { type: "complaint", recipients: [recipient], outcome: "complained" }];
  if (mailbox === "suppressionlist")
    return [
      { type: "bounce", recipients: [recipient], outcome: "suppressed", detail: { bounceSubType: "Suppressed" } },
    ];
  return [delivery];
}

function suppressed(recipient: string, reason: SuppressionReason): ExpectedEvent[] {
  const recipients = [recipient];
  if (reason === "COMPLAINT")
    return [
      {
        type: "complaint",
        recipients,
        outcome: "suppressed",
        detail: { complaintSubType: "OnAccountSuppressionList" },
      },
    ];
  const detail = {
    bounceSubType: "OnAccountSuppressionList",
    bouncedRecipients: [
      {
        emailAddress: recipient,
        action: "failed",
        status: "5.1.1",
        diagnosticCode:
          "Amazon SES did not send the message to this address because it is on the suppression list for your account.",
      },
    ],
  };
  return [{ type: "bounce", recipients, outcome: "suppressed", detail }];
}
