import type { PacedQueue } from "../platform/work-rows.ts";
import type { Ready } from "./rules/call-batches.ts";
import { CALLS_AT_ONCE } from "./rules/claim.ts";
import { type LaneRest, restFor } from "./rules/lane.ts";
import { type Pace, paced } from "./rules/pace.ts";
import { type CallMade, makeCall, makeClaim } from "./send-call.ts";
import type { Sender } from "./sender.ts";

/** Why a line takes no more calls. */
export type LineEnd = LaneRest | "lane-lost" | "fault";

/** What a line of calls works with. */
export interface LineParts {
  queue: PacedQueue;
  fence: number;
  /** The numbers of calls of a lost sender that may still be under way. */
  taken: number[];
  pace: Pace;
  sender: Sender;
}

/** Calls that begin one after the other at the account's pace and are under way side by side, each under a number of its own. */
export interface CallLine extends LineParts {
  free: number[];
  underWay: Set<Promise<void>>;
  /** Claims stand in line behind this one: two at once would meet on the lane's row. */
  claiming: Promise<unknown>;
  /** How often SES has said in a row that it is too busy. */
  throttled: number;
  end?: LineEnd;
  fault?: unknown;
}

const MOST_THROTTLES = 6;
const FIRST_PAUSE_MS = 100;

export function openLine(parts: LineParts): CallLine {
  const free = Array.from({ length: CALLS_AT_ONCE }, (_, number) => number).filter(
    (number) => !parts.taken.includes(number),
  );
  return { ...parts, free, underWay: new Set(), claiming: Promise.resolve(), throttled: 0 };
}

/** Begins a call when its turn has come; false when the line takes no more. */
export async function beginCall(line: CallLine, batch: Ready[]): Promise<boolean> {
  while (line.free.length === 0 && line.underWay.size > 0) await Promise.race(line.underWay);
  await turnOf(line, batch.length);
  const number = line.free[0];
  if (line.end || number === undefined) return false;
  line.free.shift();
  const call = carry(line, batch, number)
    .catch((fault: unknown) => {
      line.fault ??= fault;
      line.end ??= "fault";
    })
    .finally(() => {
      line.underWay.delete(call);
      line.free.push(number);
    });
  line.underWay.add(call);
  return true;
}

/** Waits for all calls under way and tells why the line has ended, if it has; a fault of one of them is thrown. */
export async function finishCalls(line: CallLine): Promise<LineEnd | undefined> {
  await Promise.all(line.underWay);
  if (line.fault) throw line.fault;
  return line.end;
}

/** Calls until SES has taken all of a batch, or will take no more for now. */
async function carry(line: CallLine, batch: Ready[], number: number): Promise<void> {
  let left = batch;
  while (left.length > 0 && !line.end) {
    if (!(await claim(line, left, number))) return;
    const made = await makeCall(line.queue, left, line.sender.now);
    left = made.busy;
    await note(line, made);
  }
  // What SES was too busy for stays queued, and no longer looks claimed.
  if (left.length > 0) await claim(line, [], number);
}

async function claim(line: CallLine, batch: Ready[], number: number): Promise<boolean> {
  const { queue, fence, sender } = line;
  const messages = batch.map(({ message }) => message);
  const mine = line.claiming.then(() => makeClaim({ queue, fence, number }, messages, sender.now()));
  line.claiming = mine.catch(() => undefined);
  const claimed = await mine;
  if (!claimed) line.end = "lane-lost";
  return claimed;
}

async function note(line: CallLine, { code }: CallMade): Promise<void> {
  if (!code) {
    line.throttled = 0;
    return;
  }
  line.throttled += 1;
  const rest = restFor(code);
  if (rest !== "throttled" || line.throttled > MOST_THROTTLES) line.end ??= rest;
  else await pause(line, FIRST_PAUSE_MS * 2 ** (line.throttled - 1));
}

/** Nobody calls for a while: the pace was used up by more than we knew of. */
async function pause(line: CallLine, milliseconds: number): Promise<void> {
  const { pace, sender } = line;
  line.pace = { ...pace, usedUntilMs: Math.max(pace.usedUntilMs, sender.paceMs()) + milliseconds };
  await sender.wait(milliseconds);
}

async function turnOf(line: CallLine, mails: number): Promise<void> {
  const { beginMs, after } = paced(line.pace, mails, line.sender.paceMs());
  line.pace = after;
  await line.sender.wait(beginMs - line.sender.paceMs());
}
