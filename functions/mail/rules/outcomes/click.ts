import * as z from "zod/mini";
import { isMachineAgent } from "../is-machine-agent.ts";
import { linkNameIn } from "../link-name-in.ts";
import { ReportedInstant, type ReportedOutcome } from "./reported-outcome.ts";

/** Somebody or something has followed a link. Of its address only the link's name is kept: the rest tells who it was. */
export const Click = z.pipe(
  z.object({
    eventType: z.literal("Click"),
    click: z.object({
      timestamp: ReportedInstant,
      link: z.nullish(z.string()),
      userAgent: z.nullish(z.string()),
      /** SES's own guess: "Likely" or "Unlikely". */
      isBotEvent: z.nullish(z.string()),
    }),
  }),
  z.transform(({ click: { timestamp: at, link, userAgent, isBotEvent } }): ReportedOutcome => {
    const byMachine = isBotEvent === "Likely" || isMachineAgent(userAgent);
    const engagement = { act: "clicked", at, byMachine, link: linkNameIn(link ?? "") } as const;
    return { kind: "clicked", at, facts: { engagements: [engagement] } };
  }),
);
