import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportLanes } from "../../../../functions/activity/rules/report-lanes.ts";

const by = (email: string, order?: string) => ({ traits: { email }, properties: order ? { order_id: order } : {} });

type Said = { userId?: string; traits?: { email: string } };

describe("the reports of a batch", () => {
  it("about different people may be worked on at the same time", () => {
    expect(reportLanes([by("a@x.org"), by("b@x.org"), { userId: "c" }, by("a@x.org")])).toEqual([[0, 3], [1], [2]]);
  });

  it("about one person stay in one lane however the person is named", () => {
    const both = { userId: "u", context: { traits: { email: " A@x.org" } } };
    expect(reportLanes([by("a@x.org"), { userId: "u" }, by("b@x.org"), both])).toEqual([[0, 1, 3], [2]]);
  });

  it("put a refund, which names nobody, behind its purchase", () => {
    const refund = { event: "Order Refunded", properties: { order_id: "o-1" } };
    expect(reportLanes([by("b@x.org", "o-2"), by("a@x.org", "o-1"), refund])).toEqual([[0], [1, 2]]);
  });

  it("that are no reports at all have lanes of their own", () => {
    expect(reportLanes([null, "x", 5, [], { traits: "x", context: null, properties: 1, userId: {} }])).toHaveLength(5);
  });

  it("are all worked on once, each lane in the order told, and what belongs together is together", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e");
    const report = fc.record(
      { userId: name, traits: fc.record({ email: name }), properties: fc.record({ order_id: name }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
        const lanes = reportLanes(reports);
        expect(lanes.flat().sort((a, b) => a - b)).toEqual([...reports.keys()]);
        for (const lane of lanes) expect(lane).toEqual(lane.toSorted((a, b) => a - b));
        for (const field of [({ userId }: Said) => userId, ({ traits }: Said) => traits?.email]) {
          const shared = Map.groupBy(reports.keys(), (index) => field(reports[index] ?? {}));
          shared.delete(undefined);
          for (const group of shared.values()) {
            expect(lanes.some((lane) => group.every((index) => lane.includes(index)))).toBe(true);
          }
        }
      }),
    );
  });
});
