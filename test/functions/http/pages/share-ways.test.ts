import { describe, expect, it } from "vitest";
import { shareWays } from "../../../../functions/http/pages/share-ways.ts";

const link = "https://tastemaker.example/r/ANA-7QK2";

describe("the ways to share", () => {
  it("are plain links that carry the member's link unharmed", () => {
    for (const locale of ["en", "zh-CN"] as const) {
      for (const { href } of shareWays(link, "Lantern & Söhne", locale)) {
        expect(href).toMatch(/^(https|mailto):/);
        expect(decodeURIComponent(href)).toContain(link);
        expect(href).toContain(encodeURIComponent(link));
      }
    }
  });

  it("write a mail whose spaces are spaces (RFC 6068)", () => {
    const mail = shareWays(link, "Lantern", "en").find(({ href }) => href.startsWith("mailto:"));
    expect(mail?.href).toContain("%20");
    expect(mail?.href).not.toContain("+");
    expect(mail?.href).toContain("%0D%0A");
  });

  it("follow what people use in each language", () => {
    expect(shareWays(link, "x", "zh-CN").map(({ label }) => label)).toContain("微博");
    expect(shareWays(link, "x", "en").map(({ label }) => label)).toContain("WhatsApp");
  });
});
