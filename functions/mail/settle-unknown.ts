import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Put, Write } from "../platform/writes.ts";
import { messageIdFor, type NewMessage, queueMessage } from "./queue-message.ts";
import { afterDecision } from "./rules/after-decision.ts";
import type { Message } from "./rules/message.ts";
import type { UnknownDecision } from "./rules/unknown-decision.ts";
import { settleByOutcome } from "./settle-by-outcome.ts";
import { findMessage, notReportedCheck, settledWrite } from "./store.ts";

/** What somebody decided about which message. */
export interface Decided {
  contactId: string;
  id: string;
  decision: UnknownDecision;
}

export type SettledUnknown =
  | { ok: true; resentAs?: string }
  | { ok: false; reason: "not-found" | "link-expired" | "settled-meanwhile" };

/**
 * Settles a message whose answer was lost by a person's decision, together with the rows of `alongside`. Deciding the same
 * twice is one decision; where SES has told of the message meanwhile, its word stands.
 */
export function settleUnknown(
  decided: Decided,
  now: Instant,
  alongside: (before: Message, resentAs?: string) => Write[],
): Promise<SettledUnknown> {
  return tryAgain(`settling message ${decided.id}`, async () => {
    const message = await findMessage(decided.contactId, decided.id);
    if (!message) return { ok: false, reason: "not-found" };
    if (message.state !== "unknown") return asDecidedBefore(message, decided.decision);
    if ((await settleByOutcome([message], now)).length === 0) return { ok: false, reason: "settled-meanwhile" };
    return settle(message, decided.decision, now, alongside);
  });
}

function asDecidedBefore({ decided, resentAs }: Message, decision: UnknownDecision): SettledUnknown {
  if (decided !== decision) return { ok: false, reason: "settled-meanwhile" };
  return { ok: true, ...(resentAs ? { resentAs } : {}) };
}

async function settle(
  message: Message,
  decision: UnknownDecision,
  now: Instant,
  alongside: (before: Message, resentAs?: string) => Write[],
): Promise<SettledUnknown | typeof STALE> {
  const after = afterDecision(message, decision, now);
  if (!after.ok) return after;
  const again = decision === "once-more" ? onceMore(message) : undefined;
  const resentAs = again && messageIdFor(again);
  const done = await commit([
    settledWrite(message, { ...after.change, ...(resentAs ? { resentAs } : {}) }, now),
    notReportedCheck(message),
    toldInTimeline(message, decision, now),
    ...(again ? [queueMessage(again, now)] : []),
    ...alongside(message, resentAs),
  ]);
  return done.ok ? { ok: true, ...(resentAs ? { resentAs } : {}) } : STALE;
}

/** The same mail as a message of its own, whose id follows from the first one's: two people who press at once make one. */
function onceMore(message: Message): NewMessage {
  const { kind, contactId, template, cause, locale, variables, offer, link, rendered } = message;
  return {
    ...{ kind, contactId, template, cause, variables, occurrence: `after#${message.id}` },
    ...(locale ? { locale } : {}),
    ...(offer ? { offer } : {}),
    ...(link ? { link } : {}),
    ...(rendered ? { rendered } : {}),
  };
}

function toldInTimeline({ contactId, id: messageId, template }: Message, decision: UnknownDecision, at: Instant): Put {
  return recordEvent(eventOf("mail.settled", { contactId, at, cause: messageId }, { messageId, template, decision }));
}
