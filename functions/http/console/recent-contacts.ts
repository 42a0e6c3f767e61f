import { listContactsOfMonth, lookUpContact } from "../../contacts/look-up-contact.ts";
import type { Contact } from "../../contacts/rules/contact.ts";
import type { Instant } from "../../platform/clock.ts";
import type { ContactSummary } from "../routes/console-contacts.ts";
import { contactSummary } from "./contact-view.ts";
import { type MonthPlace, monthBefore, monthPlace, placeText } from "./month-place.ts";

export type RecentContacts =
  | { ok: true; items: ContactSummary[]; next: string | null }
  | { ok: false; reason: "invalid-cursor" };

/** After two years without anybody there is nobody before them either. */
const MOST_EMPTY_MONTHS = 24;

/** The newest contacts, month by month backwards, because they are listed by the month of their confirmation. */
export async function recentContacts(limit: number, next: string | undefined, at: Instant): Promise<RecentContacts> {
  let place: MonthPlace | undefined = next ? monthPlace(next) : { month: at.slice(0, 7) };
  if (!place) return { ok: false, reason: "invalid-cursor" };
  const found: Contact[] = [];
  for (let empty = 0; place && found.length < limit; ) {
    const page = await listContactsOfMonth(place.month, limit - found.length, place.after);
    found.push(...page.items);
    empty = page.items.length === 0 ? empty + 1 : 0;
    place = following(place, page.next, empty);
  }
  return { ok: true, items: await summaries(found), next: place ? placeText(place) : null };
}

function following({ month }: MonthPlace, after: string | undefined, empty: number): MonthPlace | undefined {
  if (after) return { month, after };
  return empty < MOST_EMPTY_MONTHS ? { month: monthBefore(month) } : undefined;
}

async function summaries(contacts: Contact[]): Promise<ContactSummary[]> {
  const known = await Promise.all(contacts.map(({ id }) => lookUpContact(id)));
  return known.filter((contact) => contact !== undefined).map(contactSummary);
}
