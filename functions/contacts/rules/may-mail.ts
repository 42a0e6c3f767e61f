import type { Contact, Suppression } from "./contact.ts";

/** Marketing needs agreement; transactional mail answers something the person just did. */
export type MailKind = "marketing" | "transactional";

export type MailRefusal = "suppressed" | "stopped" | "no-consent" | "unconfirmed" | "erased";

/** Why this contact must not get a mail of this kind now, or undefined when it may go out. */
export function refusalToMail(
  kind: MailKind,
  contact: Contact | undefined,
  suppression: Suppression | undefined,
): MailRefusal | undefined {
  if (!contact) return "erased";
  if (suppression) return "suppressed";
  if (kind === "transactional") return undefined;
  if (!contact.confirmedAt) return "unconfirmed";
  if (contact.stoppedAt) return "stopped";
  return contact.consent.marketing ? undefined : "no-consent";
}
