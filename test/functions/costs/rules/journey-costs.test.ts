import { describe, expect, it } from "vitest";
import { journeyCosts } from "../../../../functions/costs/rules/journey-costs.ts";

const spent = (source: string, mails: number) => ({ source, mails, nanos: mails * 100 });

describe("what a journey cost", () => {
  it("is the sum of its steps, the dearest journey first, without notices", () => {
    const sources = [
      spent("follow-up/ask", 3),
      spent("win-back/offer", 9),
      spent("follow-up/offer", 2),
      spent("notice/confirm", 50),
    ];
    expect(journeyCosts(sources, {})).toMatchObject([
      { journey: "win-back", mails: 9, nanos: 900 },
      { journey: "follow-up", mails: 5, nanos: 500 },
    ]);
  });

  it("is told for each contact who reached its goal, and left open while nobody has", () => {
    const [reached] = journeyCosts([spent("follow-up/ask", 10)], { "follow-up": 3 });
    expect(reached).toMatchObject({ conversions: 3, nanosPerConversion: 333 });
    const [open] = journeyCosts([spent("follow-up/ask", 10)], {});
    expect(open).toMatchObject({ conversions: 0, nanosPerConversion: undefined });
  });

  it("is nothing for a journey whose goal was reached in a month without mail", () => {
    expect(journeyCosts([], { "follow-up": 2 })).toEqual([
      { journey: "follow-up", mails: 0, nanos: 0, conversions: 2, nanosPerConversion: 0 },
    ]);
  });
});
