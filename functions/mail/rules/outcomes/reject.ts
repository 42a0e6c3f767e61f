import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome, ReportedReason } from "./reported-outcome.ts";

/** SES had accepted the mail and then found that it must not go out, for example because of a virus. */
export const Reject = z.pipe(
  z.object({
    eventType: z.literal("Reject"),
    mail: z.object({ timestamp: ReportedInstant }),
    reject: z.optional(z.object({ reason: z.optional(ReportedReason) })),
  }),
  z.transform(({ mail: { timestamp: at }, reject }): ReportedOutcome => {
    const facts = { rejectedAt: at, rejectedBecause: reject?.reason ?? "rejected" };
    return { kind: "rejected", at, facts };
  }),
);
