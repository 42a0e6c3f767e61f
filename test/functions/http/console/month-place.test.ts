import { describe, expect, it } from "vitest";
import { monthBefore, monthPlace, placeText } from "../../../../functions/http/console/month-place.ts";

describe("a place in a list kept by month", () => {
  it("survives the way through a cursor", () => {
    for (const place of [{ month: "2026-11" }, { month: "2026-01", after: "eyJwayI6ImEifQ" }]) {
      expect(monthPlace(placeText(place))).toEqual(place);
    }
  });

  it.each(["", "2026-13", "2026-1", "2026-11.", "2026-11.a b", "2026-11.a/../b", "x"])(
    "is not read from %j",
    (cursor) => {
      expect(monthPlace(cursor)).toBeUndefined();
    },
  );

  it("goes back over the turn of the year", () => {
    expect(monthBefore("2026-11")).toBe("2026-10");
    expect(monthBefore("2026-01")).toBe("2025-12");
  });
});
