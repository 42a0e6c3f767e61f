import { describe, expect, it } from "vitest";
import { createClock } from "../../local/clock.ts";

const NOON = Date.parse("2026-11-23T12:00:00Z");

function memory() {
  const offsets: number[] = [];
  return { read: () => offsets.at(-1), write: (offsetMs: number) => void offsets.push(offsetMs) };
}

describe("the product's clock", () => {
  it("shows real time until somebody winds it", () => {
    expect(createClock(undefined, () => NOON).now()).toBe(NOON);
  });

  it("stands still while it is frozen", () => {
    let real = NOON;
    const clock = createClock(undefined, () => real);
    clock.freeze(NOON + 5_000);
    real += 60_000;
    expect(clock.now()).toBe(NOON + 5_000);
    expect(clock.frozen()).toBe(true);
  });

  it("flows on from the instant it was released at", () => {
    let real = NOON;
    const clock = createClock(undefined, () => real);
    clock.freeze(NOON + 1);
    clock.flowFrom(NOON + 86_400_000);
    real += 250;
    expect(clock.now()).toBe(NOON + 86_400_250);
    expect(clock.frozen()).toBe(false);
  });

  it("goes on where it was after a restart, also when the process died while it was frozen", () => {
    const store = memory();
    createClock(store, () => NOON).freeze(NOON + 86_400_000);
    const later = createClock(store, () => NOON + 10_000);
    expect(later.now()).toBe(NOON + 86_410_000);
    expect(later.frozen()).toBe(false);
  });
});
