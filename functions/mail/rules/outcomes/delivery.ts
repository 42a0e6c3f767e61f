import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** The reader's mail server has taken the mail. */
export const Delivery = z.pipe(
  z.object({ eventType: z.literal("Delivery"), delivery: z.object({ timestamp: ReportedInstant }) }),
  z.transform(
    ({ delivery: { timestamp: at } }): ReportedOutcome => ({ kind: "delivered", at, facts: { deliveredAt: at } }),
  ),
);
