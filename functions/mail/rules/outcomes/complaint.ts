import * as z from "zod/mini";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** The reader has called the mail spam. */
export const Complaint = z.pipe(
  z.object({ eventType: z.literal("Complaint"), complaint: z.object({ timestamp: ReportedInstant }) }),
  z.transform(
    ({ complaint: { timestamp: at } }): ReportedOutcome => ({ kind: "complained", at, facts: { complainedAt: at } }),
  ),
);
