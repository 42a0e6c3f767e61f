import type { Suppression } from "../../contacts/rules/suppression.ts";
import type { MailOutcome } from "./outcome-facts.ts";

/** Whether a report means that this address must never be mailed again. */
export function suppressionFor(outcome: MailOutcome): Suppression | undefined {
  if (outcome.kind === "complained") return { reason: "complaint", at: outcome.at };
  if (outcome.kind === "bounced" && outcome.hard) return { reason: "hard-bounce", at: outcome.at };
  return undefined;
}
