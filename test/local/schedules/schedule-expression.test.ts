import { describe, expect, it } from "vitest";
import { readScheduleExpression } from "../../../local/schedules/schedule-expression.ts";

function nextThree(expression: string, from: string, zone = "UTC"): string[] {
  const times = readScheduleExpression(expression, zone);
  const found: string[] = [];
  let at: number | undefined = Date.parse(from);
  while (found.length < 3) {
    at = times.nextAfter(at);
    if (at === undefined) break;
    found.push(new Date(at).toISOString());
  }
  return found.map((instant) => instant.replace(":00.000Z", "Z"));
}

describe("schedule expressions", () => {
  it("read rates in minutes, hours and days", () => {
    expect(nextThree("rate(1 minute)", "2026-02-01T00:00:30Z")[0]).toBe("2026-02-01T00:01Z");
    expect(nextThree("rate(12 hours)", "2026-02-01T00:00:30Z")).toEqual([
      "2026-02-01T12:00Z",
      "2026-02-02T00:00Z",
      "2026-02-02T12:00Z",
    ]);
    expect(nextThree("rate(1 day)", "2026-02-01T00:00:00Z")[0]).toBe("2026-02-02T00:00Z");
  });

  it("keep the wall clock's hour when summer time ends", () => {
    expect(nextThree("cron(0 7 * * ? *)", "2026-10-24T00:00:00Z", "Europe/Berlin")).toEqual([
      "2026-10-24T05:00Z",
      "2026-10-25T06:00Z",
      "2026-10-26T06:00Z",
    ]);
  });

  it("skip an hour that the clocks jump over, and run once in the hour that comes twice", () => {
    expect(nextThree("cron(30 2 * * ? *)", "2026-03-28T00:00:00Z", "Europe/Berlin")).toEqual([
      "2026-03-28T01:30Z",
      "2026-03-30T00:30Z",
      "2026-03-31T00:30Z",
    ]);
    expect(nextThree("cron(30 2 * * ? *)", "2026-10-24T01:00:00Z", "Europe/Berlin").slice(0, 2)).toEqual([
      "2026-10-25T00:30Z",
      "2026-10-26T01:30Z",
    ]);
  });

  it("count Sunday as the first day of the week, and know names, last days and steps", () => {
    expect(nextThree("cron(0 9 ? * 2 *)", "2026-11-20T00:00:00Z")[0]).toBe("2026-11-23T09:00Z");
    expect(nextThree("cron(0 9 ? * MON-FRI *)", "2026-11-20T10:00:00Z")[0]).toBe("2026-11-23T09:00Z");
    expect(nextThree("cron(0 0 L * ? *)", "2026-02-01T00:00:00Z")[0]).toBe("2026-02-28T00:00Z");
    expect(nextThree("cron(0/30 8 1 1 ? 2030)", "2026-02-01T00:00:00Z")).toEqual([
      "2030-01-01T08:00Z",
      "2030-01-01T08:30Z",
    ]);
  });

  it("run at one instant in a zone, and never again", () => {
    expect(nextThree("at(2026-12-24T18:00:00)", "2026-02-01T00:00:00Z", "Europe/Berlin")).toEqual([
      "2026-12-24T17:00Z",
    ]);
  });

  it("find the last tick of a time that went by", () => {
    const times = readScheduleExpression("cron(0 7 * * ? *)", "UTC");
    const since = Date.parse("2026-01-01T08:00:00Z");
    expect(times.lastUntil(Date.parse("2026-01-04T06:00:00Z"), since)).toBe(Date.parse("2026-01-03T07:00:00Z"));
    expect(times.lastUntil(Date.parse("2026-01-02T06:00:00Z"), since)).toBeUndefined();
  });

  it("that mean nothing are refused", () => {
    for (const expression of ["every minute", "rate(0 minutes)", "rate(5 weeks)", "cron(0 7 * * ?)"]) {
      expect(() => readScheduleExpression(expression, "UTC")).toThrow(/schedule expression/);
    }
  });
});
