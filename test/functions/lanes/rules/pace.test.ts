import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pace, paced } from "../../../../functions/lanes/rules/pace.ts";

const pace: Pace = { rate: 10, usedUntilMs: 1000 };

describe("the pace of a lane", () => {
  it("lets a call begin when those before it have used up their time", () => {
    expect(paced(pace, 5, 400)).toEqual({ beginMs: 1000, after: { rate: 10, usedUntilMs: 1500 } });
  });

  it("makes up for a quarter of a second that passed unused, and no more", () => {
    expect(paced(pace, 5, 1200)).toEqual({ beginMs: 1200, after: { rate: 10, usedUntilMs: 1500 } });
    expect(paced(pace, 5, 9000)).toEqual({ beginMs: 9000, after: { rate: 10, usedUntilMs: 9250 } });
  });

  it("never goes over the rate by more than it may make up for, whenever calls come", () => {
    const gaps = fc.array(fc.record({ gapMs: fc.nat(900), mails: fc.integer({ min: 1, max: 50 }) }), { minLength: 1 });
    fc.assert(
      fc.property(gaps, (calls) => {
        let state: Pace = { rate: 100, usedUntilMs: 0 };
        let nowMs = 0;
        let sent = 0;
        for (const { gapMs, mails } of calls) {
          nowMs += gapMs;
          const { beginMs, after } = paced(state, mails, nowMs);
          state = after;
          nowMs = beginMs;
          // Before this call, what was sent fits in the time that has passed and the quarter of a second saved up.
          expect(sent).toBeLessThanOrEqual(((nowMs + 250) / 1000) * 100 + 1e-6);
          sent += mails;
        }
      }),
      { seed: Number(process.env.SEED ?? Date.now() % 2 ** 31) },
    );
  });
});
