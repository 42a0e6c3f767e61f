import { describe, expect, it } from "vitest";
import { zoneOr } from "../../../../functions/contacts/rules/zone-or.ts";

describe("a contact's zone", () => {
  it.each([undefined, "", "Mars/Olympus", "UTC+25"])("that is %j falls back to the brand's", (zone) => {
    expect(zoneOr(zone, "Europe/Berlin")).toBe("Europe/Berlin");
  });

  it("is used when it is known", () => {
    expect(zoneOr("Asia/Shanghai", "Europe/Berlin")).toBe("Asia/Shanghai");
  });
});
