import { describe, expect, it } from "vitest";
import { tierStanding } from "../../../../functions/tiers/rules/tier-standing.ts";
import { starterTiers } from "../support/starter-tiers.ts";

const now = "2026-06-01T09:00:00.000Z";
const earned = [
  { at: "2026-01-10T10:00:00.000Z", points: 400 },
  { at: "2026-03-10T10:00:00.000Z", points: 250 },
];

describe("where a member stands", () => {
  it("says what is missing to rise, what to stay, and until when", () => {
    const state = { tier: "speaker", since: "2026-03-11T03:00:00.000Z" };
    expect(tierStanding(state, earned, starterTiers, now)).toEqual({
      name: "speaker",
      qualifyingPoints: 650,
      next: "fluent",
      toNext: 850,
      toStay: 350,
      // The 400 points of January leave the window on 10 January; the run of the 11th notices; 30 days of grace follow.
      until: "2027-02-10T03:00:00.000Z",
      multiplierPercent: 110,
    });
  });

  it("has nothing to lose at the lowest tier and nothing to reach at the highest", () => {
    expect(tierStanding(undefined, [], starterTiers, now)).toMatchObject({
      name: "visitor",
      toNext: 200,
      toStay: 0,
      until: null,
    });
    const top = { tier: "fluent", since: now };
    expect(tierStanding(top, earned, starterTiers, now)).toMatchObject({ next: null, toNext: null });
  });

  it("shows a rise that only waits for the next run as nothing missing", () => {
    const state = { tier: "visitor", since: now };
    expect(tierStanding(state, earned, starterTiers, now)).toMatchObject({
      name: "visitor",
      next: "reader",
      toNext: 0,
    });
  });
});
