import { describe, expect, it } from "vitest";
import { forecastOf, monthOf, nextMonthAt } from "../../../../functions/costs/rules/month.ts";

describe("a month of costs", () => {
  it("begins and ends at midnight UTC, over the year's end and in a leap year too", () => {
    expect(monthOf("2026-11-30T23:59:59.999Z")).toBe("2026-11");
    expect(nextMonthAt("2026-11-30T23:59:59.999Z")).toBe("2026-12-01T00:00:00.000Z");
    expect(nextMonthAt("2026-12-31T12:00:00.000Z")).toBe("2027-01-01T00:00:00.000Z");
    expect(nextMonthAt("2028-02-29T12:00:00.000Z")).toBe("2028-03-01T00:00:00.000Z");
  });

  it("is foretold at the pace so far, but not on its first day", () => {
    expect(forecastOf(1_000, "2026-11-01T23:59:59.999Z")).toBeUndefined();
    expect(forecastOf(1_000, "2026-11-02T00:00:00.000Z")).toBe(30_000);
    expect(forecastOf(1_000, "2026-11-16T00:00:00.000Z")).toBe(2_000);
    expect(forecastOf(0, "2026-11-16T00:00:00.000Z")).toBe(0);
  });
});
