import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** The reader's mail server does not take the mail yet; SES goes on trying, so all it proves is that SES has the mail. */
export const Delay = z.pipe(
  z.object({ eventType: z.literal("DeliveryDelay"), deliveryDelay: z.object({ timestamp: ReportedInstant }) }),
  z.transform(
    ({ deliveryDelay: { timestamp: at } }): ReportedOutcome => ({ kind: "delayed", at, facts: { submittedAt: at } }),
  ),
);
