import * as z from "zod/mini";
import { isMachineAgent } from "../is-machine-agent.ts";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** Somebody or something has loaded the mail's images. Who it was is looked at here and kept nowhere. */
export const Open = z.pipe(
  z.object({
    eventType: z.literal("Open"),
    open: z.object({
      timestamp: ReportedInstant,
      userAgent: z.nullish(z.string()),
      /** SES's own guess: "Likely" or "Unlikely". */
      isBotEvent: z.nullish(z.string()),
    }),
  }),
  z.transform(({ open: { timestamp: at, userAgent, isBotEvent } }): ReportedOutcome => {
    const byMachine = isBotEvent === "Likely" || isMachineAgent(userAgent);
    return { kind: "opened", at, facts: { engagements: [{ act: "opened", at, byMachine }] } };
  }),
);
