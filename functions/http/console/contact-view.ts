import type { lookUpContact } from "../../contacts/look-up-contact.ts";
import type { Touch } from "../../contacts/rules/contact.ts";
import type { ConsoleContact, ContactSummary } from "../routes/console-contacts.ts";
import type { ContactStanding } from "./contact-standing.ts";

type Known = NonNullable<Awaited<ReturnType<typeof lookUpContact>>>;

/** A contact as one line of a list. */
export function contactSummary(contact: Known): ContactSummary {
  const { id, email, name = "", createdAt, confirmedAt } = contact;
  return { id, email, name, status: statusOf(contact), createdAt: confirmedAt ?? createdAt };
}

/** A contact with everything that its page shows beside the timeline. */
export function contactView(contact: Known, standing: ContactStanding): ConsoleContact {
  const { externalId = null, locale, timezone = null, consent, suppression, stopReason, attributes = {} } = contact;
  return {
    ...contactSummary(contact),
    externalId,
    locale,
    timezone,
    consent: { marketing: consent.marketing, at: consent.at },
    silenceReason: suppression?.reason ?? stopReason ?? null,
    origin: originOf(contact.lastTouch ?? contact.firstTouch),
    attributes,
    ...standing,
  };
}

/** A suppressed address must not be mailed whatever its owner agreed to, so that is said first. */
function statusOf({ suppression, stoppedAt }: Known): ContactSummary["status"] {
  if (suppression) return "suppressed";
  return stoppedAt ? "stopped" : "active";
}

function originOf(touch: Touch | undefined): Record<string, string> {
  const { at: _, ...told } = touch ?? { at: "" };
  return Object.fromEntries(Object.entries(told).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
