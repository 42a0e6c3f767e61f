import { describe, expect, it } from "vitest";
import type { Offer } from "../../../../functions/offers/rules/offer.ts";
import { offerAt, periodAt } from "../../../../functions/offers/rules/offer-now.ts";

const words = { en: "Lessons", "zh-CN": "课程" };
const monthly: Offer = {
  name: "lessons",
  kind: "trial",
  title: words,
  summary: words,
  reason: words,
  stock: 3,
  period: "month",
  zone: "Europe/Berlin",
  url: "https://lantern.example",
};
const fair: Offer = { ...monthly, period: "once", opensOn: "2026-11-10", closesOn: "2026-11-12" };

describe("an offer renewed every month", () => {
  it("opens and closes with the month of its own zone, across the change of summer time", () => {
    expect(periodAt(monthly, "2026-10-15T12:00:00.000Z")).toEqual({
      key: "2026-10",
      opensAt: "2026-09-30T22:00:00.000Z",
      closesAt: "2026-10-31T23:00:00.000Z",
    });
  });

  it("belongs to the new month one millisecond after the old one ends", () => {
    expect(periodAt(monthly, "2026-10-31T22:59:59.999Z").key).toBe("2026-10");
    expect(periodAt(monthly, "2026-10-31T23:00:00.000Z").key).toBe("2026-11");
  });

  it("tells how many places are left, and says when it opens again once none is", () => {
    const now = "2026-11-15T12:00:00.000Z";
    expect(offerAt(monthly, 1, now)).toMatchObject({ state: "open", remaining: 2 });
    expect(offerAt(monthly, 3, now)).toMatchObject({
      state: "sold-out",
      remaining: 0,
      opensAgainAt: "2026-11-30T23:00:00.000Z",
    });
  });

  it("never tells a negative number of places", () => {
    expect(offerAt(monthly, 9, "2026-11-15T12:00:00.000Z").remaining).toBe(0);
  });
});

describe("an offer between two days", () => {
  it.each([
    ["2026-11-09T22:59:59.999Z", "not-yet"],
    ["2026-11-09T23:00:00.000Z", "open"],
    ["2026-11-12T22:59:59.999Z", "open"],
    ["2026-11-12T23:00:00.000Z", "ended"],
  ])("at %s is %s", (now, state) => {
    expect(offerAt(fair, 0, now).state).toBe(state);
  });
});
