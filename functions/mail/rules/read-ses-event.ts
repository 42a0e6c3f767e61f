import * as z from "zod/mini";
import type { MailOutcome } from "./outcome-facts.ts";
import { Bounce } from "./outcomes/bounce.ts";
import { Click } from "./outcomes/click.ts";
import { Complaint } from "./outcomes/complaint.ts";
import { Delay } from "./outcomes/delay.ts";
import { Delivery } from "./outcomes/delivery.ts";
import { Open } from "./outcomes/open.ts";
import { Reject } from "./outcomes/reject.ts";
import { RenderingFailure } from "./outcomes/rendering-failure.ts";
import { Send } from "./outcomes/send.ts";

/** The events of SES's event publishing that we act on; everything else in them is ignored. */
const Outcome = z.union([Send, Delay, Delivery, Bounce, Complaint, Reject, RenderingFailure, Open, Click]);

/** Which of our messages an event is about. */
const About = z.object({
  mail: z.object({
    messageId: z.string(),
    tags: z.object({ message: z.tuple([z.string()]), contact: z.tuple([z.string()]) }),
  }),
});

/** Reads one SES event; undefined when it is of a kind we do not follow, malformed, or not about a message of ours. */
export function readSesEvent(json: unknown): MailOutcome | undefined {
  const about = About.safeParse(json);
  const outcome = Outcome.safeParse(json);
  if (!about.success || !outcome.success) return undefined;
  const { messageId: providerId, tags } = about.data.mail;
  return { ...outcome.data, messageId: tags.message[0], contactId: tags.contact[0], providerId };
}
