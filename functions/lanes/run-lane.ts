import { mailsLeft } from "../costs/mails-left.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import { hintOf, sendWork } from "../platform/queues.ts";
import { readSendingAccount } from "../platform/sending-account.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import { leaveIfUnasked, leaveLane } from "./leave-lane.ts";
import { recoverClaims } from "./recover-claims.ts";
import { isRecent, type KnownQuota, knownQuota, quotaAfter } from "./rules/known-quota.ts";
import { type Lane, type LaneRest, LOOK_AGAIN_SECONDS, mayLookAgain, REST_SECONDS } from "./rules/lane.ts";
import { LANE_POLICIES } from "./rules/lane-policy.ts";
import { type SendingRoom, sendingRoom } from "./rules/sending-room.ts";
import { type SendingRun, type SentDue, sendDue } from "./send-due.ts";
import type { Sender } from "./sender.ts";
import { takeLane } from "./take-lane.ts";

/**
 * Works off what is due in a lane, at the pace that SES allows. However many are woken at once, one of them sends; when
 * it dies, the next one parks what it had claimed and goes on.
 */
export async function runLane(queue: PacedQueue, sender: Sender): Promise<void> {
  const taken = await takeLane(queue, sender.now());
  if (!taken) return;
  const open = taken.leftOpen ? await recoverClaims(queue, sender.now()) : [];
  const { paidAs, ...policy } = LANE_POLICIES[queue];
  const [quota, paid] = await Promise.all([
    quotaNow(taken.lane, sender.now()),
    paidAs ? mailsLeft(paidAs, sender.now()) : undefined,
  ]);
  const lane = { ...taken.lane, quota, clean: open.length === 0 };
  const room = sendingRoom(quota, policy, paid);
  if (typeof room === "string") return rest(queue, lane, room, sender);
  await sendAll({ queue, lane, open, room, pace: paceOf(lane, room, sender), sender });
}

async function quotaNow({ quota }: Lane, now: Instant): Promise<KnownQuota> {
  return isRecent(quota, now) ? quota : knownQuota(await readSendingAccount(), now);
}

/** Sends until nothing is due and nobody has asked for the lane meanwhile. */
async function sendAll(run: SendingRun): Promise<void> {
  const { queue, sender } = run;
  const sent = await sendDue(run);
  const lane = { ...run.lane, quota: quotaAfter(run.lane.quota, sent.mails), ...pacedUntil(sent, sender) };
  if (sent.end === "lane-lost") return log.info("another sender has taken the lane", { queue, fence: lane.fence });
  if (sent.end === "out-of-time") return handOn(queue, lane, sender);
  if (sent.end) return rest(queue, lane, sent.end, sender);
  const looked = sent.mails > 0 ? lane : await lookAgain(queue, lane, sender.now());
  const left = await leaveIfUnasked(queue, { ...looked, leaseUntil: sender.now() });
  if (left.left || !left.asked) return;
  const { askedAt } = left.asked;
  const room = { ...run.room, mails: run.room.mails - sent.mails };
  return sendAll({ ...run, room, pace: sent.pace, lane: { ...lane, ...(askedAt ? { askedAt } : {}) } });
}

/** Whoever is woken and finds nothing may have come before the index knew of it: somebody looks once more, soon. */
async function lookAgain(queue: PacedQueue, lane: Lane, now: Instant): Promise<Lane> {
  if (!mayLookAgain(lane, now)) return lane;
  await sendWork([hintOf(queue)], LOOK_AGAIN_SECONDS);
  return { ...lane, wakeAt: secondsAfter(now, LOOK_AGAIN_SECONDS) };
}

/** The function's time is up: a successor is woken, so that a long send does not wait for the sweep. */
async function handOn(queue: PacedQueue, lane: Lane, sender: Sender): Promise<void> {
  await leaveLane(queue, { ...lane, leaseUntil: sender.now() });
  await sendWork([hintOf(queue)]);
}

async function rest(queue: PacedQueue, lane: Lane, because: LaneRest, sender: Sender): Promise<void> {
  const restUntil = secondsAfter(sender.now(), REST_SECONDS[because]);
  log.warn("the lane rests", { queue, because, restUntil });
  await leaveLane(queue, { ...lane, leaseUntil: sender.now(), because, restUntil });
}

/** The pace goes on from where the last sender left it. */
function paceOf({ pacedUntil }: Lane, { rate }: SendingRoom, { now, paceMs }: Sender) {
  const left = pacedUntil ? Date.parse(pacedUntil) - Date.parse(now()) : 0;
  return { rate, usedUntilMs: paceMs() + left };
}

function pacedUntil({ pace }: SentDue, { now, paceMs }: Sender): { pacedUntil: Instant } {
  return { pacedUntil: secondsAfter(now(), Math.max(0, pace.usedUntilMs - paceMs()) / 1000) };
}
