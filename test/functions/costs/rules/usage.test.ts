import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceTable } from "../../../../functions/costs/known-prices.ts";
import { costOfMail } from "../../../../functions/costs/rules/cost-of-mail.ts";
import { PRICE_NAMES } from "../../../../functions/costs/rules/price-table.ts";
import { costLines, costOf, sumOfUsages, timesUsage } from "../../../../functions/costs/rules/usage.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const table = priceTable("2026-11-28T00:00:00.000Z");
const usages = fc.dictionary(fc.constantFrom(...PRICE_NAMES), fc.integer({ min: 0, max: 1_000_000 }));

describe("what a usage costs", () => {
  it("is each quantity at its price, in billionths of the currency", () => {
    // $0.10 for 1,000 mails, $0.625 for a million write units, $0.125 for a million read units.
    expect(costOf({ "ses.mail": 1 }, table)).toBe(100_000);
    expect(costOf({ "dynamodb.write": 2, "dynamodb.read": 4 }, table)).toBe(2 * 625 + 4 * 125);
    expect(costOf({}, table)).toBe(0);
  });

  it("is told line by line, with the quantity that was counted", () => {
    expect(costLines({ "dynamodb.read": 4, "ses.mail": 1 }, table)).toEqual([
      { name: "ses.mail", quantity: 1, unit: "mails", nanos: 100_000 },
      { name: "dynamodb.read", quantity: 4, unit: "read units", nanos: expect.closeTo(500) },
    ]);
  });

  it("is the same for usages taken together as for each by itself, and grows with their number", () => {
    fc.assert(
      fc.property(fc.array(usages, { maxLength: 5 }), fc.integer({ min: 1, max: 1000 }), (some, times) => {
        const apart = some.reduce((sum, usage) => sum + costOf(usage, table), 0);
        const together = costOf(sumOfUsages(some), table);
        // Each sum is rounded once, to the billionth.
        expect(Math.abs(together - apart)).toBeLessThanOrEqual(some.length);
        const all = sumOfUsages(some);
        expect(Math.abs(costOf(timesUsage(all, times), table) - together * times)).toBeLessThanOrEqual(times);
      }),
      propertyOptions("usages add up", 100),
    );
  });
});

describe("what a mail costs", () => {
  const usage = { marketing: { sent: { "dynamodb.write": 2 } }, transactional: { sent: {}, reported: {} } };

  it("is SES's price and what the product does for it", () => {
    expect(costOfMail("marketing", usage, table)).toBe(101_250);
    expect(costOfMail("transactional", usage, table)).toBe(100_000);
  });

  it("follows the plan that the account pays SES by", () => {
    expect(costOfMail("marketing", usage, { ...table, mail: "ses.mail.essentials" })).toBe(161_250);
  });
});
