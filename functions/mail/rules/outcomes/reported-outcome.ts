import * as z from "zod/mini";
import type { MailOutcome } from "../outcome-facts.ts";

/** What one report says, before it is told which message it is about. */
export type ReportedOutcome = Omit<MailOutcome, "messageId" | "contactId" | "providerId">;

/** An instant as SES writes it, in the form that we keep. */
export const ReportedInstant = z.pipe(
  z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
  z.transform((text) => new Date(text).toISOString()),
);

/** A reason in SES's words, short enough to be kept. */
export const ReportedReason = z.pipe(
  z.string(),
  z.transform((text) => text.slice(0, 200)),
);
