import { expect, it } from "vitest";
import { newSecret } from "../../../../functions/platform/ids.ts";
import { codeFrom, readCode } from "../../../../functions/referrals/rules/referral-code.ts";

it("makes codes that read back as they are, by the thousand without a pair", () => {
  const codes = Array.from({ length: 2000 }, () => codeFrom(newSecret()));
  expect(codes.every((code) => readCode(code) === code)).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});

it.each([
  ["k7m2p9xz", "k7m2p9xz"],
  ["K7M2 P9XZ", "k7m2p9xz"],
  [" k7m2-p9xz\n", "k7m2p9xz"],
  ["oO0iIlL1", "00011111"],
])("forgives how %j was typed", (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

it.each(["", "k7m2p9x", "k7m2p9xzz", "k7m2p9xu", "k7m2#9xz", "__proto__", "’; drop", "k".repeat(10_000), "k7m2p9xé"])(
  "finds no code in %j",
  (typed) => {
    expect(readCode(typed)).toBeUndefined();
  },
);
