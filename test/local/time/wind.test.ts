import { describe, expect, it } from "vitest";
import { createActivity } from "../../../local/activity.ts";
import { createClock } from "../../../local/clock.ts";
import type { DueSource } from "../../../local/due-source.ts";
import { createWinder } from "../../../local/time/wind.ts";

const START = Date.parse("2026-11-23T12:00:00Z");
const HOUR = 3_600_000;

function ticking(name: string, periodMs: number, seen: string[], clock: { now(): number }): DueSource {
  let last = START;
  return {
    name,
    nextDueAt: () => last + periodMs,
    runDue(now) {
      if (last + periodMs > now) return 0;
      last = now;
      seen.push(`${name} ${new Date(clock.now()).toISOString().slice(11, 16)}`);
      return 1;
    },
  };
}

function wound(sources: (clock: { now(): number }, seen: string[]) => DueSource[]) {
  const clock = createClock(undefined, () => START);
  const seen: string[] = [];
  const list = sources(clock, seen);
  return { clock, seen, winder: createWinder(clock, createActivity(), () => list) };
}

describe("winding the clock", () => {
  it("runs everything on the way at its own instant, in order", async () => {
    const { winder, seen, clock } = wound((at, into) => [
      ticking("two-hourly", 2 * HOUR, into, at),
      ticking("three-hourly", 3 * HOUR, into, at),
    ]);
    const ran = await winder.windTo(START + 6 * HOUR + 1);
    expect(seen).toEqual([
      "two-hourly 14:00",
      "three-hourly 15:00",
      "two-hourly 16:00",
      "two-hourly 18:00",
      "three-hourly 18:00",
    ]);
    expect(ran).toEqual({ "two-hourly": 3, "three-hourly": 2 });
    expect(clock.now()).toBe(START + 6 * HOUR + 1);
    expect(clock.frozen()).toBe(false);
  });

  it("runs what is due exactly at the target", async () => {
    const { winder, seen } = wound((at, into) => [ticking("hourly", HOUR, into, at)]);
    await winder.windTo(START + HOUR);
    expect(seen).toEqual(["hourly 13:00"]);
  });

  it("runs what is due already before it waits for rest", async () => {
    const activity = createActivity();
    let waiting = 1;
    activity.watch("notes", () => waiting);
    const notes: DueSource = {
      name: "notes",
      nextDueAt: () => (waiting > 0 ? START : undefined),
      runDue() {
        const ran = waiting;
        waiting = 0;
        return ran;
      },
    };
    const winder = createWinder(
      createClock(undefined, () => START),
      activity,
      () => [notes],
    );
    expect(await winder.windTo(START + HOUR)).toEqual({ notes: 1 });
  });

  it("lets winds that are asked for at once follow one another", async () => {
    const { winder, seen } = wound((at, into) => [ticking("hourly", HOUR, into, at)]);
    await Promise.all([winder.windTo(START + HOUR), winder.windTo(START + 3 * HOUR)]);
    expect(seen).toEqual(["hourly 13:00", "hourly 14:00", "hourly 15:00"]);
  });

  it("never goes back, and lets time flow on after such a wish", async () => {
    const { winder, clock } = wound(() => []);
    await expect(winder.windTo(START - 1)).rejects.toThrow(/cannot go back/);
    expect(clock.frozen()).toBe(false);
  });

  it("ends with the name of a source that never gets done", async () => {
    const { winder } = wound(() => [{ name: "stuck", nextDueAt: () => START + 1, runDue: () => 0 }]);
    await expect(winder.windTo(START + HOUR)).rejects.toThrow(/stuck stays due/);
  });
});
