import { randomBytes, randomUUID } from "node:crypto";
import { expectedEvents, isSimulator } from "./expected-events.ts";
import type { Mail } from "./mail.ts";
import { mailEvent } from "./mail-event.ts";
import { checkSendingLimits } from "./sending-limits.ts";
import { badRequest } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";
import type { StoredEvent } from "./stored-event.ts";

export type MailToAccept = Pick<Mail, "sender" | "recipients" | "subject" | "configurationSet" | "tags" | "operation">;

const MAX_MESSAGE_BYTES = 41_943_040;

/** A message id as SES makes them in Frankfurt: sortable by time, then random. */
export function newMessageId(at: number): string {
  return `0107${at.toString(16).padStart(12, "0")}-${randomUUID()}-${randomBytes(3).toString("hex")}`;
}

/** Stores a mail with the events that will follow, so that both outlive the process, and returns its id. */
export async function acceptMail(
  store: SesStore,
  asked: MailToAccept,
  build: (stamp: { id: string; region: string; at: number }) => Promise<Buffer>,
): Promise<string> {
  const at = store.now();
  const id = newMessageId(at);
  const raw = await build({ id, region: store.account.region, at });
  if (raw.length > MAX_MESSAGE_BYTES)
    throw badRequest(`Message length is more than ${MAX_MESSAGE_BYTES} bytes long: '${raw.length}'.`);
  const countedRecipients = asked.recipients.filter((recipient) => !isSimulator(recipient)).length;
  // Nothing waits between this check and the insert, so two callers cannot both take the last place.
  checkSendingLimits(store.account, store.mails, countedRecipients, at);
  const mail: Mail = { ...asked, id, at, raw, outcome: "accepted", countedRecipients };
  store.mails.insert(mail, eventsFor(store, mail));
  return id;
}

function eventsFor(store: SesStore, mail: Mail): Omit<StoredEvent, "seq" | "emitted">[] {
  const { region, accountId } = store.account;
  const reasons = store.account.suppressedReasons(mail.configurationSet);
  const suppressedFor = (address: string) => {
    const reason = store.suppression.get(address)?.reason;
    return reason && reasons.includes(reason) ? reason : undefined;
  };
  return expectedEvents(mail.recipients, suppressedFor).map(({ type, recipients, detail }) => ({
    mailId: mail.id,
    configurationSet: mail.configurationSet,
    type,
    dueAt: mail.at,
    payload: mailEvent(type, { mail, at: mail.at, region, accountId, recipients, ...(detail && { detail }) }),
  }));
}
