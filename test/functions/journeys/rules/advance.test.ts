import { describe, expect, it } from "vitest";
import { advance } from "../../../../functions/journeys/rules/advance.ts";
import type { Passage } from "../../../../functions/journeys/rules/enrollment.ts";
import type { Journey } from "../../../../functions/journeys/rules/journey.ts";

const journey: Journey = {
  name: "follow-up",
  version: 1,
  title: { en: "Follow-up", "zh-CN": "跟进" },
  trigger: { event: "trial.confirmed" },
  reentry: "once",
  exits: [{ event: "purchase.recorded", reason: "they bought" }],
  steps: [
    { id: "welcome", send: { template: "welcome" } },
    { id: "first-use", waitFor: { event: "trial.used", atMost: "P1D" } },
    { id: "ask", send: { template: "how-was-it" } },
    { id: "pause", wait: { for: "P3D" } },
    { id: "farewell", send: { template: "farewell" } },
  ],
};
const around = { zone: "UTC", offers: [] };
const monday = "2026-11-02T09:00:00.000Z";
const tuesday = "2026-11-03T09:00:00.000Z";
const friday = "2026-11-06T09:00:00.000Z";
const begun = advance(journey, undefined, { kind: "enrolled" }, monday, around);
const asked = advance(journey, begun.passage, { kind: "time" }, tuesday, around);

describe("a contact's passage through a journey", () => {
  it("begins with everything before the first wait", () => {
    expect(begun.effects).toEqual([{ step: "welcome", send: { template: "welcome" } }]);
    expect(begun.passage).toEqual({ status: "active", step: 1, since: monday, until: tuesday, event: "trial.used" });
  });

  it("goes on as soon as the awaited event happens", () => {
    const noon = "2026-11-02T12:00:00.000Z";
    const moved = advance(journey, begun.passage, { kind: "event", type: "trial.used", at: noon }, noon, around);
    expect(moved.effects.map(({ step }) => step)).toEqual(["ask"]);
  });

  it("goes on without the event once the wait is over, and not a millisecond before", () => {
    const early = advance(journey, begun.passage, { kind: "time" }, "2026-11-03T08:59:59.999Z", around);
    expect(early).toEqual({ passage: begun.passage, effects: [], decisions: [] });
    expect(asked.effects.map(({ step }) => step)).toEqual(["ask"]);
  });

  it("stays where it is when an event from before the wait is told again", () => {
    const old = { kind: "event", type: "trial.used", at: "2026-11-01T00:00:00.000Z" } as const;
    expect(advance(journey, begun.passage, old, tuesday, around).passage).toBe(begun.passage);
  });

  it("stays where it is when something it does not wait for happens", () => {
    const other = { kind: "event", type: "review.recorded", at: tuesday } as const;
    expect(advance(journey, begun.passage, other, tuesday, around).passage).toBe(begun.passage);
  });

  it("ends at once, without a further mail, when the person buys", () => {
    const bought = { kind: "event", type: "purchase.recorded", at: tuesday } as const;
    const left = advance(journey, asked.passage, bought, tuesday, around);
    expect(left.passage).toEqual({ status: "left", at: tuesday, reason: "they bought" });
    expect(left.effects).toEqual([]);
    expect(left.decisions).toEqual([{ step: "pause", decided: "leave", because: "they bought" }]);
  });

  it("finishes after the last step and does nothing ever after", () => {
    const done = advance(journey, asked.passage, { kind: "time" }, friday, around);
    expect(done.effects.map(({ step }) => step)).toEqual(["farewell"]);
    expect(done.passage).toEqual({ status: "finished", at: friday });
    const again = advance(journey, done.passage, { kind: "time" }, "2027-01-01T00:00:00.000Z", around);
    expect(again.effects).toEqual([]);
  });

  it("does not move once it has been left, whatever happens", () => {
    const left: Passage = { status: "left", at: monday, reason: "they bought" };
    for (const move of [{ kind: "time" } as const, { kind: "event", type: "trial.used", at: friday } as const]) {
      expect(advance(journey, left, move, friday, around).passage).toBe(left);
    }
  });

  it("keeps a reason for every step it decided about", () => {
    expect(begun.decisions.map(({ step, decided }) => [step, decided])).toEqual([
      ["welcome", "send"],
      ["first-use", "wait"],
    ]);
  });
});
