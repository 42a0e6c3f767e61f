import { describe, expect, it } from "vitest";
import { words } from "../../../functions/http/words.ts";

describe("the words of the pages", () => {
  it("choose the plural by the count, and group large numbers", () => {
    expect(words("en", "landing.left", { count: 1 })).toBe("1 place left");
    expect(words("en", "landing.left", { count: 1240 })).toBe("1,240 places left");
    expect(words("zh-CN", "landing.left", { count: 1 })).toBe("还剩 1 个名额");
  });

  it("fail loudly for a key or a value that is missing", () => {
    expect(() => words("en", "landing.nothing")).toThrow(/landing\.nothing/);
    expect(() => words("en", "landing.constructor")).toThrow();
    expect(() => words("en", "landing")).toThrow();
    expect(() => words("en", "landing.friend")).toThrow(/\{name\}/);
  });

  it("leave braces alone that came in with a value", () => {
    expect(words("en", "landing.friend", { name: "{stock}$&" })).toBe("{stock}$& thought you would like this.");
  });
});
