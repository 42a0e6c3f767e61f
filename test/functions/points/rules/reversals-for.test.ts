import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Earning, newEarning } from "../../../../functions/points/rules/earning.ts";
import { pointsForAmount } from "../../../../functions/points/rules/points-for-amount.ts";
import { reversalsFor, settled } from "../../../../functions/points/rules/reversals-for.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const at = "2026-03-02T10:00:00.000Z";
const perEuro = (multiplierPercent: number) =>
  ({ points: 1, perMinor: 100, rounding: "down", multiplierPercent }) as const;

function earned(totalMinor: number, multiplierPercent = 100): Earning {
  const rate = perEuro(multiplierPercent);
  const points = pointsForAmount(totalMinor, rate, multiplierPercent);
  const grant = { entryId: "ent_1", rule: "purchase", version: 1, points, reversed: 0, earnedAt: at, rate };
  return { ...newEarning("order:o-1"), cause: "evt_1", totalMinor, currency: "EUR", grants: [grant] };
}

function refunded(earning: Earning, amounts: (number | undefined)[]): { taken: number[]; earning: Earning } {
  let now = earning;
  const taken = amounts.map((amountMinor, index) => {
    const refund = {
      id: `r-${index}`,
      cause: `evt_r${index}`,
      at,
      settled: false,
      ...(amountMinor === undefined ? {} : { amountMinor }),
    };
    const reversals = reversalsFor(now, refund);
    now = settled(now, refund, reversals);
    return reversals.reduce((sum, { points }) => sum + points, 0);
  });
  return { taken, earning: now };
}

describe("what a refund takes back", () => {
  it.each([
    [1999, [1999], [19]],
    [1999, [1], [0]],
    [1999, [100], [1]],
    [1999, [999, 1000], [9, 10]],
    [1999, [50, 50, 50, 50], [0, 1, 0, 1]],
    [10_000, [3333, 3333, 3334], [34, 33, 33]],
    [10_000, [0], [0]],
    [10_000, [10_001], [100]],
    [10_000, [6000, 6000], [60, 40]],
    [99, [99], [0]],
  ])("of an order of %i cents for %j is %j points", (totalMinor, amounts, points) => {
    expect(refunded(earned(totalMinor), amounts).taken).toEqual(points);
  });

  it("leaves what the kept amount would have earned, with the multiplier of the time of purchase", () => {
    expect(refunded(earned(1999, 110), [1000]).taken).toEqual([20 - 9]);
  });

  it("is everything that is left when no amount is named", () => {
    expect(refunded(earned(1999), [1000, undefined]).taken).toEqual([10, 9]);
  });

  it("keeps a fixed grant in proportion to the amount kept", () => {
    const [grant] = earned(3000).grants;
    const bonus: Earning = { ...earned(3000), grants: [{ ...grant, points: 50, rate: undefined } as never] };
    expect(refunded(bonus, [1000, 1000, 1000]).taken).toEqual([17, 17, 16]);
  });

  it("never adds up to anything but what was earned, in however many parts the money goes back", () => {
    const parts = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.constantFrom(100, 110, 125), fc.nat(99), (amounts, percent, extra) => {
        const totalMinor = amounts.reduce((sum, amount) => sum + amount, 0) + extra;
        const order = earned(totalMinor, percent);
        const { taken } = refunded(order, [...amounts, extra]);
        expect(taken.every((points) => points >= 0)).toBe(true);
        expect(taken.reduce((sum, points) => sum + points, 0)).toBe(order.grants[0]?.points);
      }),
      propertyOptions("partial refunds", 2_000),
    );
  });
});
