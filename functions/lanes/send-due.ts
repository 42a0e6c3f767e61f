import { type Prepared, prepareMessages } from "../mail/prepare-messages.ts";
import type { Message } from "../mail/rules/message.ts";
import { settleByOutcome } from "../mail/settle-by-outcome.ts";
import { settledWrite, stillDueWrite } from "../mail/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { log } from "../platform/log.ts";
import { oneAhead } from "../platform/one-ahead.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { beginCall, type CallLine, finishCalls, type LineEnd, openLine } from "./call-line.ts";
import { dueMessages } from "./due-messages.ts";
import { callBatches, type Ready } from "./rules/call-batches.ts";
import { type Claim, namesIn } from "./rules/claim.ts";
import type { KnownQuota } from "./rules/known-quota.ts";
import type { Lane } from "./rules/lane.ts";
import type { Pace } from "./rules/pace.ts";
import type { SendingRoom } from "./rules/sending-room.ts";
import type { Sender } from "./sender.ts";
import { withoutHeldSources } from "./without-held-sources.ts";

/** One passage through what is due. */
export interface SendingRun {
  queue: PacedQueue;
  lane: Lane & { quota: KnownQuota };
  /** Claims whose calls may still be under way: their messages are left alone. */
  open: Claim[];
  room: SendingRoom;
  pace: Pace;
  sender: Sender;
}

/** How a passage ended: with nothing more due, or before. */
export interface SentDue {
  mails: number;
  pace: Pace;
  end?: Exclude<LineEnd, "fault"> | "out-of-time";
}

/** What the last calls, their records and leaving the lane may take. */
const SPARE_MS = 25_000;

/** Sends the due messages of a lane, the oldest first, until none is left, SES takes no more or the time is up. */
export async function sendDue(run: SendingRun): Promise<SentDue> {
  const { queue, lane, open, pace, sender } = run;
  const line = openLine({ queue, fence: lane.fence, taken: open.map(({ number }) => number), pace, sender });
  const mails = { left: run.room.mails };
  const stopped = await feed(line, run, mails);
  const end = (await finishCalls(line)) ?? stopped;
  const sent = run.room.mails - mails.left;
  return { mails: sent, pace: line.pace, ...(end && end !== "fault" ? { end } : {}) };
}

type Stopped = "out-of-time" | SendingRoom["then"] | undefined;

async function feed(line: CallLine, run: SendingRun, mails: { left: number }): Promise<Stopped> {
  const held = new Set(namesIn(run.open).map(({ id }) => id));
  const batches = callBatches(run.room.callSize);
  for await (const ready of oneAhead(readyMessages(run, held))) {
    const stopped = await beginAll(line, batches.add(ready), run, mails);
    if (stopped || line.end) return stopped;
  }
  return beginAll(line, batches.rest(), run, mails);
}

async function beginAll(line: CallLine, calls: Ready[][], { room, sender }: SendingRun, mails: { left: number }) {
  for (const call of calls) {
    if (sender.remainingMs() < SPARE_MS) return "out-of-time";
    const fitting = call.slice(0, mails.left);
    if (fitting.length > 0 && !(await beginCall(line, fitting))) return undefined;
    mails.left -= fitting.length;
    if (fitting.length < call.length) return room.then;
  }
  return undefined;
}

/** The due messages that may go, with their mails; those that may not are settled on the way. */
async function* readyMessages({ queue, room, sender }: SendingRun, held: Set<string>): AsyncGenerator<Ready[]> {
  for await (const page of dueMessages(queue, sender.now())) {
    const untold = await withoutTold(
      page.filter(({ id }) => !held.has(id)),
      sender.now(),
    );
    const ours = await withoutHeldSources(untold, sender.now());
    for (let at = 0; at < ours.length; at += room.preparedAtOnce) {
      const prepared = await prepareMessages(ours.slice(at, at + room.preparedAtOnce), sender.now());
      await Promise.all(prepared.map((each) => putAside(each, sender.now())));
      yield prepared.filter((each) => each.do === "send");
    }
  }
}

/** What would be handed over a second time is asked about first: SES may have told of it although its answer was lost. */
async function withoutTold(messages: Message[], now: Instant): Promise<Message[]> {
  const again = messages.filter(({ attempt }) => attempt > 0);
  if (again.length === 0) return messages;
  const untold = new Set(await settleByOutcome(again, now));
  return messages.filter((message) => message.attempt === 0 || untold.has(message));
}

async function putAside(prepared: Prepared, now: Instant): Promise<void> {
  if (prepared.do === "settle") return settle(prepared.message, prepared.change, now);
  if (prepared.do === "defer") await commit([stillDueWrite(prepared.message, {}, prepared.dueAt)]);
}

async function settle(message: Message, change: Partial<Message>, now: Instant): Promise<void> {
  const { state, skipReason, failure } = change;
  log.info("message not sent", { messageId: message.id, state, skipReason, failure });
  await commit([settledWrite(message, change, now)]);
}
