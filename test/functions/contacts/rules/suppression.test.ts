import { describe, expect, it } from "vitest";
import { isRiskyToLift, type Suppression, suppressesAnew } from "../../../../functions/contacts/rules/suppression.ts";

const of = (reason: Suppression["reason"], day: number): Suppression => ({
  reason,
  at: `2026-11-${String(day).padStart(2, "0")}T09:00:00.000Z`,
});
const lifted = (reason: Suppression["reason"], day: number) => ({ ...of(reason, 1), liftedAt: of(reason, day).at });

describe("an address is suppressed", () => {
  it.each([
    ["when nothing is known of it", undefined, of("manual", 5), true],
    ["once: the first reason stays", of("hard-bounce", 4), of("complaint", 5), false],
    ["for a complaint although a person had suppressed it", of("manual", 4), of("complaint", 5), true],
    ["for a bounce of before that, which a person would lift too lightly", of("manual", 4), of("hard-bounce", 3), true],
    ["by a person not over what SES reported", of("complaint", 4), of("manual", 5), false],
    ["by a person once", of("manual", 4), of("manual", 5), false],
    ["again for what happened after it was lifted", lifted("complaint", 4), of("complaint", 5), true],
    [
      "for a person's decision over soft bounces, which a delivery would lift",
      of("soft-bounces", 4),
      of("manual", 5),
      true,
    ],
    ["for soft bounces not over a person's decision", of("manual", 4), of("soft-bounces", 5), false],
    ["not again for what had happened when it was lifted", lifted("complaint", 4), of("hard-bounce", 3), false],
    [
      "for a complaint of before a delivery that lifted soft bounces",
      lifted("soft-bounces", 4),
      of("complaint", 3),
      true,
    ],
    ["not again by the repeated report of what was lifted", lifted("hard-bounce", 4), of("hard-bounce", 1), false],
  ])("%s", (_, kept, news, expected) => expect(suppressesAnew(kept, news)).toBe(expected));
});

it("a hard bounce or complaint is a risk to lift, a person's decision and soft bounces are not", () => {
  const all = (["hard-bounce", "complaint", "manual", "soft-bounces"] as const).map((reason) => of(reason, 1));
  expect(all.map(isRiskyToLift)).toEqual([true, true, false, false]);
});
