import { describe, expect, it } from "vitest";
import { dateWords, lastMomentBefore, moneyWords, numberWords, signedWords } from "../../../functions/http/format.ts";

describe("dates", () => {
  const midnightInBerlin = "2026-11-30T23:00:00.000Z";

  it("are told in the reader's zone and language", () => {
    expect(dateWords(midnightInBerlin, "long", "en", "Europe/Berlin")).toBe("1 December 2026");
    expect(dateWords(midnightInBerlin, "long", "en", "America/New_York")).toBe("30 November 2026");
    expect(dateWords(midnightInBerlin, "short", "zh-CN", "Asia/Shanghai")).toBe("12月1日");
  });

  it("tell the time with its zone where it matters", () => {
    expect(dateWords("2026-07-01T12:05:00.000Z", "moment", "en", "Europe/Berlin")).toMatch(
      /^1 July at 14:05 .*(CEST|GMT\+2)/,
    );
  });

  it("of calendar days do not move with the zone", () => {
    expect(dateWords("2026-11-30", "short", "en", "Pacific/Kiritimati")).toBe("30 November");
    expect(dateWords("2026-11-30", "short", "en", "Pacific/Niue")).toBe("30 November");
  });

  it("of something that closes as December begins name the last day of November", () => {
    expect(dateWords(lastMomentBefore(midnightInBerlin), "long", "en", "Europe/Berlin")).toBe("30 November 2026");
    expect(lastMomentBefore("2026-11-30")).toBe("2026-11-30");
  });
});

describe("amounts", () => {
  it("follow the currency's own minor unit, and drop the zeros of whole prices", () => {
    expect(moneyWords(16900, "EUR", "en")).toBe("€169");
    expect(moneyWords(16950, "EUR", "en")).toBe("€169.50");
    expect(moneyWords(500, "JPY", "en")).toContain("500");
    expect(moneyWords(1500, "KWD", "en")).toContain("1.500");
    expect(moneyWords(9900, "CNY", "zh-CN")).toBe("¥99");
  });

  it("are grouped, and entries carry a true minus sign", () => {
    expect(numberWords(12400, "en")).toBe("12,400");
    expect(signedWords(-85, "en")).toBe("−85");
    expect(signedWords(1240, "zh-CN")).toBe("+1,240");
    expect(signedWords(0, "en")).toBe("0");
  });
});
