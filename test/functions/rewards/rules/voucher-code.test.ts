import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CODE_BYTES, codeTyped, voucherCode } from "../../../../functions/rewards/rules/voucher-code.ts";

describe("a voucher's code", () => {
  test("has more than 60 bits and no signs that are taken for one another", () => {
    const codes = Array.from({ length: 2_000 }, () => voucherCode(randomBytes(CODE_BYTES)) ?? "");
    expect(
      codes.every((code) => /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{5}$/.test(code)),
    ).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(13 * Math.log2(30)).toBeGreaterThan(60);
  });

  test("uses every sign equally often", () => {
    const everyByte = Uint8Array.from({ length: 240 }, (_, byte) => byte);
    const counts = new Map<string, number>();
    for (let at = 0; at + 13 <= 240; at += 13)
      for (const sign of voucherCode(everyByte.slice(at, at + 13))?.replaceAll("-", "") ?? "")
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect(new Set([...counts.values()].map((count) => Math.round(count / 8)))).toEqual(new Set([1]));
  });

  test("is not made from too few bytes that can be used", () => {
    expect(voucherCode(new Uint8Array(CODE_BYTES).fill(255))).toBeUndefined();
  });

  test("is read however it was typed", () => {
    const code = "ABCD-EFGH-JKM23";
    for (const typed of [code, "abcd efgh jkm23", "ABCDEFGHJKM23", " abcd-efgh-jkm23\n"])
      expect(codeTyped(typed)).toBe(code);
    for (const wrong of ["", "ABCD", "ABCD-EFGH-JKM2I", `${code}4`, "ÄBCD-EFGH-JKM23"])
      expect(codeTyped(wrong)).toBeUndefined();
  });
});
