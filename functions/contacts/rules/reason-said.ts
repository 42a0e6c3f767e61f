import type { Suppression, SuppressionReason } from "./suppression.ts";

const LONGEST_NOTE = 200;

/** What senders' lists call what we call otherwise; SES says BOUNCE and COMPLAINT. */
const KNOWN: ReadonlyMap<string, SuppressionReason> = new Map([
  ["bounce", "hard-bounce"],
  ["hard bounce", "hard-bounce"],
  ["permanent", "hard-bounce"],
  ["cleaned", "hard-bounce"],
  ["complaint", "complaint"],
  ["spam", "complaint"],
  ["abuse", "complaint"],
]);

/** Why an address is suppressed, as a file or an integrator says it: a reason that we know, or somebody's decision in their words. */
export function reasonSaid(text: string): Pick<Suppression, "reason" | "note"> {
  const words = text.trim();
  const known = KNOWN.get(
    words
      .toLowerCase()
      .replace(/[^a-z]+/g, " ")
      .trim(),
  );
  if (known) return { reason: known };
  // Half a character at the cut would be no text.
  return words ? { reason: "manual", note: words.slice(0, LONGEST_NOTE).toWellFormed() } : { reason: "manual" };
}
