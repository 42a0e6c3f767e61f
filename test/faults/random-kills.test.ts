import { beforeAll, describe, expect, it } from "vitest";
import { suppressionWrite } from "../../functions/contacts/suppression-store.ts";
import { commit } from "../../functions/platform/commit.ts";
import type { PacedQueue } from "../../functions/platform/work-rows.ts";
import { inboxMessage } from "../../local/ses/inbox.ts";
import { laneWorld } from "../functions/lanes/support/lane-world.ts";
import { mailBreaches } from "../support/mail-invariants.ts";
import { rowsIn } from "../support/rows-in.ts";
import { killedSender } from "./support/killed-sender.ts";
import { randomFrom } from "./support/shuffled.ts";

// Senders that are processes of their own and die by a real SIGKILL at random moments of a large send: after a random
// number of calls, and some milliseconds more, so that what happens between two calls is cut off too.

const MAILS = process.env.LONG ? 10_000 : 1000;
const KILLS = process.env.LONG ? 25 : 5;
/** A whole send makes about so many calls a mail. */
const CALLS_A_MAIL = 0.17;
/** Longer than any lease: whoever comes then takes a dead sender's lane. */
const AFTER_ITS_LEASE_SECONDS = 61;

const world = laneWorld();
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const upTo = randomFrom(seed);

beforeAll(() => {
  console.info(`kills at random moments: SEED=${seed}`);
  // The provider's own limits count on a clock that stands still while a sender works.
  world.ses().store.account.change({ maxSendRate: 250, max24HourSend: -1, enforceLimits: false });
});

/** A send of which a fourth may not go out: half of those are suppressed, the mails of the others cannot be made. */
async function queueSend(name: string, lane: PacedQueue): Promise<void> {
  await world.queue(name, MAILS, lane);
  for (const [at, { pk, sk }] of world.messages(name).entries()) {
    const email = `${pk.slice("con_".length)}@example.com`;
    if (at % 8 === 0) await commit([suppressionWrite(email, { reason: "manual", at: world.now() }, undefined)]);
    if (at % 8 === 4) await commit([{ update: { pk, sk }, set: { variables: {} } }]);
  }
}

/** Senders come one after another, each dies, and the last ones may finish; tells how many were killed. */
async function sendWithKills(name: string, lane: PacedQueue): Promise<number> {
  const most = Math.ceil((MAILS * CALLS_A_MAIL * 2) / (KILLS + 1));
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    if (await killedSender(world, lane, { calls: 1 + upTo(most), afterMs: upTo(6) })) killed += 1;
    world.wind(AFTER_ITS_LEASE_SECONDS);
  }
  while (world.messages(name).some(({ state }) => state === "queued")) {
    await killedSender(world, lane);
    world.wind(AFTER_ITS_LEASE_SECONDS);
  }
  return killed;
}

/** Every state that the messages of a send are in, with the numbers of copies that the provider has of each. */
function fates(name: string): Record<string, number> {
  const all = world.messages(name).map(({ state, copies }) => `${state}, ${copies} copies`);
  return Object.fromEntries([...Map.groupBy(all, (fate) => fate)].map(([fate, { length }]) => [fate, length]));
}

async function breaches(): Promise<string[]> {
  const mails = await Promise.all(world.ses().list({ oldestFirst: true }).map(inboxMessage));
  return mailBreaches({ main: rowsIn(world.engine(), "Main"), ledger: [], mails, now: world.now() });
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);
const only = (counts: Record<string, number>, allowed: RegExp) =>
  Object.keys(counts).filter((fate) => !allowed.test(fate));

describe.each([
  // The provider may have a mail whose answer was lost, or not; it never has a second one.
  { lane: "marketing", open: /^(submitted, 1|unknown, [01]|skipped, 0|failed, 0) copies$/, most: 1 },
  // What was in dead hands goes out once more, with the same link.
  { lane: "transactional", open: /^(submitted, [12]|unknown, [0-2]|skipped, 0|failed, 0) copies$/, most: 2 },
] as const)(`a send of ${MAILS} $lane mails whose senders are killed`, ({ lane, open, most }) => {
  it(`goes out at most ${most === 1 ? "once" : "twice"} each, and all of it is accounted for`, async () => {
    await queueSend(lane, lane);
    const killed = await sendWithKills(lane, lane);
    const found = fates(lane);
    console.info(`${lane}: ${killed} senders killed, ${JSON.stringify(found)}`);
    expect(killed, "several senders were killed").toBeGreaterThanOrEqual(KILLS / 2);
    expect(sum(found), "submitted + unknown + skipped + failed = intended").toBe(MAILS);
    expect(only(found, open)).toEqual([]);
    expect([found["skipped, 0 copies"], found["failed, 0 copies"]]).toEqual([MAILS / 8, MAILS / 8]);
    expect(await breaches()).toEqual([]);
    await world.takeReports(lane);
    // What the provider has is known to be there, and nothing else is claimed to be.
    expect(only(fates(lane), /^(delivered, [12]|unknown, 0|skipped, 0|failed, 0) copies$/)).toEqual([]);
    expect(await breaches()).toEqual([]);
  }, 1_200_000);
});
