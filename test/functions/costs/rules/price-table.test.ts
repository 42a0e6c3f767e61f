import { describe, expect, it } from "vitest";
import prices from "../../../../functions/costs/prices.json" with { type: "json" };
import { type PriceTable, pricesAt } from "../../../../functions/costs/rules/price-table.ts";
import { readPriceTables } from "../../../../functions/costs/rules/read-price-tables.ts";

const read = readPriceTables(prices);
if (!read.ok) throw new Error(read.problem);
const { tables } = read;
const [first] = tables as [PriceTable];
const later: PriceTable = { ...first, validFrom: "2027-02-01", mail: "ses.mail.essentials" };

describe("the price tables", () => {
  it("hold from their day on, and what was before the first one is priced by it", () => {
    const both = [later, first];
    expect(pricesAt(both, "2027-01-31T23:59:59.999Z")).toBe(first);
    expect(pricesAt(both, "2027-02-01T00:00:00.000Z")).toBe(later);
    expect(pricesAt(both, "2020-01-01T00:00:00.000Z")).toBe(first);
  });

  it("name for every price its unit, where it was read and when", () => {
    for (const { prices: listed, readOn, validFrom } of tables) {
      expect(readOn >= validFrom).toBe(true);
      for (const { source, unit } of Object.values(listed)) {
        expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
        expect(unit).not.toBe("");
      }
    }
  });

  it("are refused when a price is missing, negative or of no known thing", () => {
    const { "ses.mail": mail, ...without } = first.prices;
    expect(readPriceTables([{ ...first, prices: without }]).ok).toBe(false);
    expect(readPriceTables([]).ok).toBe(false);
    for (const wrong of [
      { "ses.mail": { ...mail, amount: -1 } },
      { "ses.mail": { ...mail, per: 0 } },
      { "ses.fax": mail },
    ])
      expect(readPriceTables([{ ...first, prices: { ...first.prices, ...wrong } }]).ok).toBe(false);
    expect(() => pricesAt([], "2026-11-28T00:00:00.000Z")).toThrow(/prices\.json/);
  });
});
