import { describe, expect, it } from "vitest";
import { localeFrom } from "../../../functions/http/locale-from.ts";

describe("the language to answer in", () => {
  it("is the one just chosen, before every other wish", () => {
    expect(localeFrom({ asked: "zh-CN", known: "en", acceptLanguage: "en" })).toBe("zh-CN");
  });

  it("is the contact's when nothing was chosen, or something we do not speak", () => {
    expect(localeFrom({ known: "zh-CN", acceptLanguage: "en" })).toBe("zh-CN");
    expect(localeFrom({ asked: "fr", known: "zh-CN" })).toBe("zh-CN");
  });

  it.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["en-GB,en;q=0.9,zh;q=0.8", "en"],
    ["fr;q=1, zh;q=0.5, en;q=0.4", "zh-CN"],
    ["en;q=0.3, zh-TW;q=0.7", "zh-CN"],
    ["zh;q=0, de", "en"],
    ["*", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("is taken from the browser's list %s as %s", (acceptLanguage, locale) => {
    expect(localeFrom({ acceptLanguage })).toBe(locale);
  });

  it("survives hostile tags and headers", () => {
    expect(localeFrom({ asked: "__proto__", known: "constructor", acceptLanguage: `${",;q=".repeat(50_000)}zh` })).toBe(
      "en",
    );
  });
});
