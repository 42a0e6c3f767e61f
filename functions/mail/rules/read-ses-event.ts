import * as z from "zod/mini";
import type { MailOutcome } from "./outcome-facts.ts";

const Tags = z.record(z.string(), z.array(z.string()));

/** The parts of SES's event publishing format that we act on; everything else in it is ignored. */
const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ messageId: z.string(), timestamp: z.string(), tags: z.optional(Tags) }),
  bounce: z.optional(
    z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()), timestamp: z.string() }),
  ),
  complaint: z.optional(z.object({ timestamp: z.string(), complaintFeedbackType: z.optional(z.string()) })),
  delivery: z.optional(z.object({ timestamp: z.string() })),
  open: z.optional(z.object({ timestamp: z.string() })),
  click: z.optional(z.object({ timestamp: z.string() })),
  deliveryDelay: z.optional(z.object({ timestamp: z.string() })),
  reject: z.optional(z.object({ reason: z.optional(z.string()) })),
  failure: z.optional(z.object({ errorMessage: z.optional(z.string()) })),
});
type SesEvent = z.infer<typeof SesEvent>;

const KINDS: Record<string, MailOutcome["kind"]> = {
  Send: "submitted",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "complained",
  Open: "opened",
  Click: "clicked",
  Reject: "rejected",
  "Rendering Failure": "rejected",
  DeliveryDelay: "delayed",
};

/** Reads one SES event; undefined when it is of a kind we do not follow or not about a message of ours. */
export function readSesEvent(json: unknown): MailOutcome | undefined {
  const parsed = SesEvent.safeParse(json);
  if (!parsed.success) return undefined;
  const { eventType, mail } = parsed.data;
  const kind = KINDS[eventType];
  const messageId = mail.tags?.message?.[0];
  const contactId = mail.tags?.contact?.[0];
  if (!kind || !messageId || !contactId) return undefined;
  const { at, ...facts } = factsOf(parsed.data);
  return { messageId, contactId, kind, at: instant(at), providerId: mail.messageId, ...facts };
}

function factsOf(event: SesEvent): { at: string; hard?: boolean; detail?: string } {
  const { bounce, complaint, reject, failure } = event;
  // A permanent bounce means that the mailbox does not exist or refuses for good; a transient one may pass.
  if (bounce) return { at: bounce.timestamp, hard: bounce.bounceType === "Permanent", ...detail(bounce.bounceSubType) };
  if (complaint) return { at: complaint.timestamp, ...detail(complaint.complaintFeedbackType) };
  const timed = event.delivery ?? event.open ?? event.click ?? event.deliveryDelay;
  return { at: timed?.timestamp ?? event.mail.timestamp, ...detail(reject?.reason ?? failure?.errorMessage) };
}

const detail = (text: string | undefined) => (text ? { detail: text.slice(0, 200) } : {});

const instant = (text: string) => new Date(text).toISOString();
