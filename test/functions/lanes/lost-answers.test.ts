import { beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../../local/gateway/faults.ts";
import { laneWorld } from "./support/lane-world.ts";

const world = laneWorld();
const MAILS = 1000;
const CALLS = MAILS / 50;

/** What a provider can do to a call; `hang` answers after the client has given up. */
const MODES: Pick<Fault, "mode" | "delayMs">[] = [
  { mode: "timeout-after-accept", delayMs: 0 },
  { mode: "error", delayMs: 0 },
  { mode: "garbled-after-accept", delayMs: 0 },
  { mode: "throttle", delayMs: 0 },
  { mode: "latency", delayMs: 6000 },
];

beforeEach(() => {
  world.wind(3600);
  world.faults.clear();
});

// Each rotation disturbs every call of a send of 1,000 mails, each call in another way than the rotation before.
const ROTATIONS = process.env.LONG ? MODES.length : 1;

describe("A provider that disturbs every call of a send of 1,000 mails", () => {
  for (let rotation = 0; rotation < ROTATIONS; rotation++) {
    it(`in turn, beginning with ${MODES[rotation]?.mode}, gets no mail twice, and each is accounted for`, async () => {
      const name = `rotation${rotation}`;
      await world.queue(name, MAILS);
      for (let call = 0; call < CALLS; call++) {
        const { mode, delayMs } = MODES[(call + rotation) % MODES.length] as Pick<Fault, "mode" | "delayMs">;
        world.faults.add({ service: "ses", action: "SendBulkEmail", mode, delayMs, count: 1, skip: 0 });
      }
      await world.run();
      const parked = world.messages(name).filter(({ state }) => state === "unknown");
      expect(parked.length, "some answers were lost").toBeGreaterThan(0);
      await world.takeReports();
      world.wind(3600);
      await world.run();
      await world.takeReports();
      const after = world.messages(name);
      expect(after.filter(({ copies }) => copies > 1)).toEqual([]);
      // Whatever the provider accepted is known to be delivered; the rest is parked and listed for a person.
      for (const { state, copies, listKey } of after) {
        expect([state, copies, listKey === "mail#unknown"]).toEqual(
          copies === 1 ? ["delivered", 1, false] : ["unknown", 0, true],
        );
      }
    }, 120_000);
  }
});
