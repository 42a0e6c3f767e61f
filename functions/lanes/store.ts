import type { Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, queryAll } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { PacedQueue } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { Claim } from "./rules/claim.ts";
import type { Lane } from "./rules/lane.ts";

const laneKey = (queue: PacedQueue): Key => ({ pk: `lane#${queue}`, sk: "lane" });
const CLAIM = "claim#";

export function readLane(queue: PacedQueue): Promise<Lane | undefined> {
  return getItem<Item & Lane>(laneKey(queue));
}

export function readClaims(queue: PacedQueue): Promise<Claim[]> {
  return queryAll<Item & Claim>({ pk: laneKey(queue).pk, prefix: CLAIM, consistent: true });
}

/** Gives the lane to its next sender, unless another one took it since it was read. */
export function takeLaneWrite(queue: PacedQueue, lane: Lane, before: Lane | undefined): Put {
  const onlyIf: Condition = before
    ? { allOf: [{ equals: ["fence", before.fence] }, { equals: ["leaseUntil", before.leaseUntil] }] }
    : isNew;
  return { put: { ...laneKey(queue), ...lane }, onlyIf, refusal: "taken-by-another" };
}

/** Leaves word with the sender that holds the lane; refused when it has just left. */
export function askForLaneWrite(
  queue: PacedQueue,
  lane: Lane,
  set: Required<Pick<Lane, "askedAt" | "wakeAt">>,
): Update {
  const onlyIf: Condition = {
    allOf: [{ equals: ["fence", lane.fence] }, { atLeast: ["leaseUntil", set.askedAt] }],
  };
  return { update: laneKey(queue), set, onlyIf, refusal: "left-meanwhile" };
}

/** Prolongs a sender's lease; refused when another one has taken the lane. */
export function holdLaneWrite(queue: PacedQueue, fence: number, leaseUntil: Instant): Update {
  return { update: laneKey(queue), set: { leaseUntil }, onlyIf: { equals: ["fence", fence] }, refusal: "lane-lost" };
}

/** Leaves the lane to whoever comes next; refused when another sender has taken it. */
export function leaveLaneWrite(queue: PacedQueue, { fence, ...set }: Lane): Update {
  return { update: laneKey(queue), set, onlyIf: { equals: ["fence", fence] }, refusal: "lane-lost" };
}

/** Leaves the lane; refused also when somebody asked for it later than this sender knows of. */
export function leaveIfUnaskedWrite(queue: PacedQueue, lane: Lane): Update {
  const { fence, askedAt } = lane;
  const asked: Condition = askedAt ? { equals: ["askedAt", askedAt] } : { absent: "askedAt" };
  const onlyIf: Condition = { allOf: [{ equals: ["fence", fence] }, asked] };
  return { ...leaveLaneWrite(queue, lane), onlyIf, refusal: "asked-meanwhile" };
}

export function claimWrite(queue: PacedQueue, claim: Claim): Put {
  const number = String(claim.number).padStart(2, "0");
  return { put: { pk: laneKey(queue).pk, sk: `${CLAIM}${number}`, ...claim } };
}
