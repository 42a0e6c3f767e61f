import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatPlural,
  lastMomentBefore,
} from "../../../../functions/content/rules/format-values.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const AT = "2026-11-30T16:05:00.000Z";

describe("a date is told", () => {
  test.each([
    ["day", "30 November 2026", "2026年11月30日"],
    ["weekday", "Monday 30 November", "11月30日星期一"],
    ["short", "30 November", "11月30日"],
    ["time", "Monday 30 November at 17:05", "11月30日星期一 17:05"],
  ] as const)("in the style %s", (style, english, chinese) => {
    expect(formatDate(AT, style, "en", "Europe/Berlin")).toBe(english);
    expect(formatDate(AT, style, "zh-CN", "Europe/Berlin")).toBe(chinese);
  });

  test("as the last day when it is the midnight at which something ends", () => {
    const midnightInBerlin = "2026-11-30T23:00:00.000Z";
    expect(formatDate(lastMomentBefore(midnightInBerlin), "short", "en", "Europe/Berlin")).toBe("30 November");
    expect(formatDate(lastMomentBefore("2026-11-30T22:59:59.999Z"), "short", "en", "Europe/Berlin")).toBe(
      "30 November",
    );
  });
});

describe("an amount", () => {
  test.each([
    [18900, "EUR", "€189"],
    [18950, "EUR", "€189.50"],
    [500, "JPY", "JP¥500"],
    [1500, "KWD", "KWD 1.500"],
    [1250, "points?", "12.50 points?"],
  ])("of %i minor units of %s reads %s", (minor, currency, words) => {
    expect(formatMoney(minor, currency, "en").replaceAll("\u00A0", " ")).toBe(words);
  });
});

describe("written without Intl's help where that is quicker,", () => {
  const regional = fc.constantFrom(["en", "en-GB"] as const, ["zh-CN", "zh-CN"] as const);
  const whole = fc.oneof(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.maxSafeInteger());

  test("a number is what Intl writes", () => {
    fc.assert(
      fc.property(regional, whole, ([, region], value) => {
        expect(formatNumber(value)).toBe(new Intl.NumberFormat(region).format(value));
      }),
      propertyOptions("numbers and Intl", 300),
    );
  });

  test("a counted thing has the form that Intl chooses", () => {
    fc.assert(
      fc.property(regional, fc.oneof(whole, fc.integer({ min: -3, max: 3 })), ([locale, region], count) => {
        const expected = new Intl.PluralRules(region).select(count);
        expect(formatPlural(count, { one: "one", other: "other" }, locale)).toBe(expected);
      }),
      propertyOptions("plurals and Intl", 300),
    );
  });

  test("an amount is what Intl writes, in every currency", () => {
    const currency = fc.constantFrom(...Intl.supportedValuesOf("currency"), "XYZ", "eur");
    const amount = fc.integer({ min: -1e11, max: 1e11 });
    fc.assert(
      fc.property(regional, currency, amount, ([locale, region], code, minor) => {
        const style = { style: "currency", currency: code } as const;
        const digits = new Intl.NumberFormat(region, style).resolvedOptions().maximumFractionDigits ?? 2;
        const shown = minor % 10 ** digits === 0 ? { maximumFractionDigits: 0 } : { minimumFractionDigits: digits };
        const format = new Intl.NumberFormat(region, { ...style, ...shown });
        expect(formatMoney(minor, code, locale)).toBe(format.format(minor / 10 ** digits));
      }),
      propertyOptions("amounts and Intl", 1000),
    );
  });
});

test("a count takes the form that its language asks for", () => {
  const forms = { zero: "no seats", one: "one seat", other: "# seats" };
  expect([0, 1, 2, 1250].map((count) => formatPlural(count, forms, "en"))).toEqual([
    "no seats",
    "one seat",
    "2 seats",
    "1,250 seats",
  ]);
  expect(formatPlural(1, { other: "# 个名额" }, "zh-CN")).toBe("1 个名额");
  expect(formatNumber(1234567)).toBe("1,234,567");
});
