import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** What the reader's mail server has against this one mail, not against its reader. */
const ABOUT_CONTENT: readonly (string | undefined)[] = ["ContentRejected", "MessageTooLarge", "AttachmentRejected"];

/** The mail came back: for good (hard), for now (soft), or because of what is in it. */
export const Bounce = z.pipe(
  z.object({
    eventType: z.literal("Bounce"),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()), timestamp: ReportedInstant }),
  }),
  z.transform(({ bounce: { bounceType, bounceSubType, timestamp: at } }): ReportedOutcome => {
    if (bounceType === "Permanent") return { kind: "bounced", hard: true, at, facts: { bouncedAt: at } };
    const soft = ABOUT_CONTENT.includes(bounceSubType) ? {} : { softBouncedAt: at };
    return { kind: "bounced", at, facts: { bouncedAt: at, ...soft } };
  }),
);
