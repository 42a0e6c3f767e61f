import { isSimulator } from "./expected-events.ts";
import type { MailOutcome } from "./mail.ts";
import type { StoredEvent } from "./stored-event.ts";
import type { SuppressionReason } from "./suppression-list.ts";

interface Payload {
  bounce?: { bounceType: string; bounceSubType: string; bouncedRecipients: { emailAddress: string }[] };
  complaint?: { complaintSubType: string | null; complainedRecipients: { emailAddress: string }[] };
}

/** What an event makes of the mail, for the inbox; undefined where it changes nothing (send, open, click). */
export function outcomeAfter(event: StoredEvent): MailOutcome | undefined {
  if (event.type === "delivery") return "delivered";
  if (event.type === "deliveryDelay") return "delayed";
  if (event.type === "reject") return "rejected";
  const { bounce, complaint } = payloadOf(event);
  const subType = bounce?.bounceSubType ?? complaint?.complaintSubType;
  if (subType === "OnAccountSuppressionList" || subType === "Suppressed") return "suppressed";
  if (bounce) return "bounced";
  return complaint ? "complained" : undefined;
}

/** The addresses that SES suppresses after an event: hard bounces and complaints, never the simulator's own. */
export function suppressedBy(event: StoredEvent): { address: string; reason: SuppressionReason }[] {
  const { bounce, complaint } = payloadOf(event);
  const hard = bounce?.bounceType === "Permanent" ? bounce.bouncedRecipients : [];
  const all = [
    ...hard.map(({ emailAddress }) => ({ address: emailAddress, reason: "BOUNCE" as const })),
    ...(complaint?.complainedRecipients ?? []).map(({ emailAddress }) => ({
      address: emailAddress,
      reason: "COMPLAINT" as const,
    })),
  ];
  return all.filter(({ address }) => !isSimulator(address));
}

function payloadOf(event: StoredEvent): Payload {
  return event.type === "bounce" || event.type === "complaint" ? JSON.parse(event.payload) : {};
}
