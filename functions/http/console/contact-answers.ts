import { exportReceipts } from "../../contacts/export-receipts.ts";
import { lookUpAddress, lookUpContact } from "../../contacts/look-up-contact.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import { listContacts, readConsentProof, readContact, readTimeline } from "../routes/console-contacts.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";
import { contactStanding } from "./contact-standing.ts";
import { contactSummary, contactView } from "./contact-view.ts";
import { recentContacts } from "./recent-contacts.ts";
import { timelineItem } from "./timeline-item.ts";
import { timelinePage } from "./timeline-page.ts";

/** Finding people and reading what happened to them; nothing here changes anything. */
export const contactAnswers: readonly ConsoleAnswer[] = [
  answers(listContacts, async ({ query: { email, limit, next }, at }) => {
    if (email !== undefined) return json(200, { items: await byAddress(email), next: null });
    const recent = await recentContacts(limit, next, at);
    return recent.ok ? json(200, { items: recent.items, next: recent.next }) : problem(recent.reason);
  }),

  answers(readContact, async ({ params: { id }, at }) => {
    const [contact, standing] = await Promise.all([lookUpContact(id), contactStanding(id, at)]);
    return contact && standing ? json(200, contactView(contact, standing)) : problem("not-found");
  }),

  answers(readTimeline, async ({ params: { id }, query: { limit, next, kind } }) => {
    if (next && !/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(next)) return problem("invalid-cursor");
    const page = await timelinePage(id, limit, next, kind);
    return json(200, { items: page.entries.map(timelineItem), next: page.next ?? null });
  }),

  answers(readConsentProof, async ({ params: { id }, at }) => {
    const proof = await exportReceipts(id, at);
    const headers = { "content-disposition": `attachment; filename="consent-proof-${id}.json"` };
    return proof ? json(200, proof, { headers }) : problem("not-found");
  }),
];

async function byAddress(email: string) {
  const found = await lookUpAddress(email);
  const contact = found && (await lookUpContact(found.id));
  return contact ? [contactSummary(contact)] : [];
}
