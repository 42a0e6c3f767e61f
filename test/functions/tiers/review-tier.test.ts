import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earnPoints } from "../../../functions/points/earn-points.ts";
import { readMultiplier, readTier } from "../../../functions/tiers/read-tier.ts";
import { reviewTier } from "../../../functions/tiers/review-tier.ts";
import { scheduleReview } from "../../../functions/tiers/schedule-review.ts";
import { dueOf, eventsOf } from "../points/support/books-of.ts";
import { happened } from "../points/support/events.ts";
import { type LocalTables, localTables } from "../points/support/local-tables.ts";
import { starterRules } from "../points/support/starter-rules.ts";
import { starterTiers } from "./support/starter-tiers.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

let people = 0;
const newMember = () => `con_${++people}`;
const review = (contactId: string, now: string) => reviewTier(contactId, starterTiers, now);
const dueAt = (contactId: string) => dueOf(tables, contactId, "tier")[0]?.dueAt;

/** Points that count from `at` on, some for each of several reviews. */
async function earn(contactId: string, at: string, reviews: number): Promise<void> {
  for (let number = 0; number < reviews; number++) {
    const data = { productId: `${at} ${number}`, reviewId: `${number}`, rating: 5, body: "" };
    const event = happened("review.recorded", data, { contactId, at });
    const rules = starterRules.map((rule) => ({ ...rule, perDay: undefined }));
    await earnPoints({ event, rules, multiplierPercent: 100, zone: "UTC" }, at);
  }
  await scheduleReview(contactId, at);
}

describe("when points change", () => {
  it("the member's tier is due at the next run, written once however often that is said", async () => {
    const ana = newMember();
    await earn(ana, "2026-03-02T10:00:00.000Z", 1);
    expect(dueAt(ana)).toBe("2026-03-03T03:00:00.000Z");
    tables.heal();
    await scheduleReview(ana, "2026-03-02T11:00:00.000Z");
    expect(tables.calls()).toBe(1);
    await Promise.all([1, 2, 3].map(() => scheduleReview(ana, "2026-03-02T12:00:00.000Z")));
    expect(dueOf(tables, ana, "tier")).toHaveLength(1);
  });
});

describe("a review", () => {
  it("raises the tier once, tells it once, and waits for the day on which points leave the window", async () => {
    const ana = newMember();
    await earn(ana, "2026-03-02T10:00:00.000Z", 4);
    const [first, second] = await Promise.all([
      review(ana, "2026-03-03T03:00:20.000Z"),
      review(ana, "2026-03-03T03:00:21.000Z"),
    ]);
    expect([first, second].filter((each) => each.ok)).toHaveLength(1);
    expect(
      eventsOf(tables, ana)
        .filter(({ type }) => type === "tier.changed")
        .map(({ data }) => data),
    ).toEqual([{ from: "visitor", to: "reader", direction: "up" }]);
    expect(dueAt(ana)).toBe("2027-03-03T03:00:00.000Z");
    expect(await review(ana, "2026-03-04T03:00:00.000Z")).toEqual({ ok: false, reason: "not-due" });
    expect(await readTier(ana, starterTiers, "2026-03-04T09:00:00.000Z")).toEqual({
      name: "reader",
      qualifyingPoints: 200,
      next: "speaker",
      toNext: 400,
      toStay: 200,
      until: "2027-04-02T03:00:00.000Z",
      multiplierPercent: 100,
    });
  });

  it("leaves a member who has nothing to lose out of all further runs", async () => {
    const ana = newMember();
    await earn(ana, "2026-03-02T10:00:00.000Z", 1);
    expect(await review(ana, "2026-03-03T03:00:00.000Z")).toEqual({ ok: true });
    expect(dueAt(ana)).toBeUndefined();
  });

  it("warns a year later, and lowers the tier 30 days after the warning", async () => {
    const ana = newMember();
    await earn(ana, "2026-03-02T10:00:00.000Z", 12);
    await review(ana, "2026-03-03T03:00:00.000Z");
    expect(await readMultiplier(ana, starterTiers)).toBe(110);
    const warned = await review(ana, "2027-03-03T03:00:00.000Z");
    expect(warned).toEqual({
      ok: true,
      atRisk: { tier: "speaker", until: "2027-04-02T03:00:00.000Z", missingPoints: 600 },
    });
    expect(dueAt(ana)).toBe("2027-04-02T03:00:00.000Z");
    const fallen = await review(ana, "2027-04-02T03:00:00.000Z");
    expect(fallen).toMatchObject({ ok: true, changed: { from: "speaker", to: "reader", direction: "down" } });
    expect(await readMultiplier(ana, starterTiers)).toBe(100);
    expect(
      eventsOf(tables, ana)
        .filter(({ type }) => type.startsWith("tier"))
        .map(({ type }) => type)
        .sort(),
    ).toEqual(["tier.at-risk", "tier.at-risk", "tier.changed", "tier.changed"]);
  });

  it("decides again when points change while it is decided", async () => {
    const ana = newMember();
    await earn(ana, "2026-03-02T10:00:00.000Z", 3);
    await Promise.all([
      review(ana, "2026-03-03T03:00:00.000Z"),
      earn(ana, "2026-03-03T03:00:00.000Z", 1),
      review(ana, "2026-03-03T03:00:00.000Z"),
    ]);
    // Whoever came first: the points count at this run or at the next one, and are not forgotten.
    if (dueAt(ana) === "2026-03-04T03:00:00.000Z") await review(ana, "2026-03-04T03:00:00.000Z");
    expect((await readTier(ana, starterTiers, "2026-03-05T00:00:00.000Z")).name).toBe("reader");
  });

  it("cut off at any call changes nothing or everything, and the next attempt completes it", async () => {
    for (const lost of ["call", "answer"] as const) {
      for (let step = 1; step <= 3; step++) {
        const ana = newMember();
        await earn(ana, "2026-03-02T10:00:00.000Z", 4);
        tables.crashAt(step, lost);
        await expect(review(ana, "2026-03-03T03:00:00.000Z")).rejects.toThrow();
        tables.heal();
        await review(ana, "2026-03-03T03:00:00.000Z");
        expect(eventsOf(tables, ana).filter(({ type }) => type === "tier.changed")).toHaveLength(1);
        expect((await readTier(ana, starterTiers, "2026-03-04T00:00:00.000Z")).name).toBe("reader");
      }
    }
  });

  it("of somebody without points is not needed", async () => {
    expect(await review("con_nobody", "2026-03-03T03:00:00.000Z")).toEqual({ ok: false, reason: "not-found" });
    expect(await readTier("con_nobody", starterTiers, "2026-03-03T03:00:00.000Z")).toMatchObject({
      name: "visitor",
      toNext: 200,
    });
  });
});
