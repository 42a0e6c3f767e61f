import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome, ReportedReason } from "./reported-outcome.ts";

/** SES could not fill the template that it keeps: nothing went out, and every copy of that mail is likely to fail. */
export const RenderingFailure = z.pipe(
  z.object({
    eventType: z.literal("Rendering Failure"),
    mail: z.object({ timestamp: ReportedInstant }),
    failure: z.optional(z.object({ errorMessage: z.optional(ReportedReason) })),
  }),
  z.transform(({ mail: { timestamp: at }, failure }): ReportedOutcome => {
    const facts = { rejectedAt: at, rejectedBecause: failure?.errorMessage ?? "rendering-failed" };
    return { kind: "not-rendered", at, facts };
  }),
);
