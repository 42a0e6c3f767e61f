import { describe, expect, it } from "vitest";
import { codeIn, originOf } from "../../../functions/http/origin-of.ts";

describe("the origin of a visit", () => {
  it("is what the link told, and nothing else", () => {
    const fields = {
      ref: "ANA-7QK2",
      utm_source: "newsletter",
      utm_medium: "",
      email: "ana@example.com",
      __proto__: "x",
    };
    expect(originOf(fields)).toEqual({ ref: "ANA-7QK2", utm_source: "newsletter" });
  });

  it("leaves overlong values behind", () => {
    expect(originOf({ utm_source: "x".repeat(101), utm_term: "x".repeat(100) })).toEqual({ utm_term: "x".repeat(100) });
  });

  it("names the advocate's code by ref before via, if it looks like one", () => {
    expect(codeIn({ ref: "A-1", via: "B-2" })).toBe("A-1");
    expect(codeIn({ via: "B-2" })).toBe("B-2");
    expect(codeIn({ ref: "<script>" })).toBeUndefined();
    expect(codeIn({})).toBeUndefined();
  });
});
