import { describe, expect, it } from "vitest";
import { waitUntil } from "../../../../functions/journeys/rules/wait-until.ts";
import type { Offer } from "../../../../functions/offers/rules/offer.ts";

describe("a wait", () => {
  it.each([
    ["one day", "2026-11-02T10:15:00.000Z", { for: "P1D" }, "Europe/Berlin", "2026-11-03T10:15:00.000Z"],
    [
      "a day over the end of summer time",
      "2026-10-24T10:00:00.000Z",
      { for: "P1D" },
      "Europe/Berlin",
      "2026-10-25T11:00:00.000Z",
    ],
    [
      "a day over the begin of summer time",
      "2026-03-28T11:00:00.000Z",
      { for: "P1D" },
      "Europe/Berlin",
      "2026-03-29T10:00:00.000Z",
    ],
    ["a month from 31 January", "2027-01-31T10:00:00.000Z", { for: "P1M" }, "UTC", "2027-02-28T10:00:00.000Z"],
    ["a year from 29 February", "2028-02-29T10:00:00.000Z", { for: "P1Y" }, "UTC", "2029-02-28T10:00:00.000Z"],
    [
      "until 09:30 later that day",
      "2026-11-02T06:00:00.000Z",
      { for: "P1D", at: "09:30" },
      "Europe/Berlin",
      "2026-11-03T08:30:00.000Z",
    ],
    [
      "until 09:30 of the day after",
      "2026-11-02T12:00:00.000Z",
      { for: "P1D", at: "09:30" },
      "Europe/Berlin",
      "2026-11-04T08:30:00.000Z",
    ],
    [
      "to 02:30 that spring skips",
      "2026-03-28T10:00:00.000Z",
      { for: "PT1H", at: "02:30" },
      "Europe/Berlin",
      "2026-03-29T01:30:00.000Z",
    ],
    [
      "in Kathmandu (+05:45)",
      "2026-11-02T00:00:00.000Z",
      { for: "P1D", at: "09:30" },
      "Asia/Kathmandu",
      "2026-11-03T03:45:00.000Z",
    ],
    [
      "in Kiritimati (+14)",
      "2026-11-02T00:00:00.000Z",
      { for: "PT0S", at: "09:30" },
      "Pacific/Kiritimati",
      "2026-11-02T19:30:00.000Z",
    ],
  ])("of %s ends when a person there expects it", (_, from, wait, zone, until) => {
    expect(waitUntil(from, wait, { zone, offers: [] })).toBe(until);
  });
});

describe("a wait until shortly before an offer closes", () => {
  const words = { en: "Evenings", "zh-CN": "晚间" };
  const offer: Offer = {
    name: "evenings",
    kind: "limited",
    title: words,
    summary: words,
    reason: words,
    stock: 24,
    period: "month",
    zone: "Europe/Berlin",
    url: "https://lantern.example",
  };
  const rule = { for: "P3D", beforeOfferEnds: { offer: "evenings", by: "P2D" }, at: "09:30" };
  const around = { zone: "Europe/Berlin", offers: [offer] };

  it("ends so long before the closing, at the local time asked for", () => {
    expect(waitUntil("2026-11-05T10:00:00.000Z", rule, around)).toBe("2026-11-29T08:30:00.000Z");
  });

  it("looks to the next closing when the first one comes too soon", () => {
    expect(waitUntil("2026-11-28T10:00:00.000Z", rule, around)).toBe("2026-12-30T08:30:00.000Z");
  });

  it("lasts only for its duration when the offer does not close, or is not known", () => {
    const once = { ...offer, period: "once" } as const;
    const end = "2026-11-09T08:30:00.000Z";
    expect(waitUntil("2026-11-05T10:00:00.000Z", rule, { ...around, offers: [once] })).toBe(end);
    expect(waitUntil("2026-11-05T10:00:00.000Z", rule, { ...around, offers: [] })).toBe(end);
  });
});
