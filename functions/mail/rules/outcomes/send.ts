import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** SES has accepted the mail and will try to deliver it; it tells no instant but the mail's own. */
export const Send = z.pipe(
  z.object({ eventType: z.literal("Send"), mail: z.object({ timestamp: ReportedInstant }) }),
  z.transform(
    ({ mail: { timestamp: at } }): ReportedOutcome => ({ kind: "submitted", at, facts: { submittedAt: at } }),
  ),
);
