import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import { messageIdFor, type NewMessage, queueMessage } from "./queue-message.ts";
import type { RenderedMail } from "./rules/message.ts";

/** A test of a template as it stands in the editor, to the person who edits it. */
export interface TestMail {
  contactId: string;
  template: string;
  rendered: RenderedMail;
  /** The caller's id of this press of the button: the same press twice is one mail. */
  key: string;
  at: Instant;
  alongside: Write[];
}

/** Queues a test mail in the transactional lane: it goes the same way as every other mail. */
export async function queueTest({ contactId, template, rendered, key, at, alongside }: TestMail) {
  const cause = { event: "template.tested" };
  const wanted: NewMessage = { kind: "transactional", contactId, template, occurrence: key, cause, rendered };
  const messageId = messageIdFor(wanted);
  const done = await commit([queueMessage(wanted, at), ...alongside]);
  return done.ok || done.reason === "already-queued"
    ? ({ ok: true, messageId } as const)
    : ({ ok: false, reason: done.reason } as const);
}
