import type { Suppression, SuppressionReason } from "./suppression.ts";

const LONGEST_NOTE = 200;

/** What senders' lists call what we call otherwise, and our own words for who reads our own file back. */
const KNOWN: ReadonlyMap<string, SuppressionReason> = new Map([
  ["bounce", "hard-bounce"],
  ["bounced", "hard-bounce"],
  ["hard bounce", "hard-bounce"],
  ["permanent", "hard-bounce"],
  ["cleaned", "hard-bounce"],
  ["soft bounces", "soft-bounces"],
  ["complaint", "complaint"],
  ["complained", "complaint"],
  ["spam", "complaint"],
  ["spam complaint", "complaint"],
  ["spam report", "complaint"],
  ["contact flagged as spam", "complaint"],
  ["abuse", "complaint"],
  ["manual", "manual"],
  ["manual suppression", "manual"],
]);

/** Why an address is suppressed, as a file or an integrator says it: a reason that we know, or somebody's decision in their words. */
export function reasonSaid(text: string): Pick<Suppression, "reason" | "note"> {
  const words = text.trim();
  const known = KNOWN.get(plainWords(words));
  if (known) return { reason: known };
  // Half a character at the cut would be no text.
  return words ? { reason: "manual", note: words.slice(0, LONGEST_NOTE).toWellFormed() } : { reason: "manual" };
}

/** SES says BOUNCE, Postmark HardBounce and Brevo "hard bounce". */
function plainWords(text: string): string {
  const apart = text.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return apart.replace(/[^a-z]+/g, " ").trim();
}
