import { describe, expect, it } from "vitest";
import { readAddress } from "../../../../functions/contacts/rules/read-address.ts";

describe("an email address", () => {
  it.each([
    ["  Ana@Example.COM ", "ana@example.com"],
    ["o'neil+tag@example.co.uk", "o'neil+tag@example.co.uk"],
    ["leser@bücher.example", "leser@xn--bcher-kva.example"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(readAddress(typed)).toBe(kept);
  });

  it.each([
    "",
    "ana",
    "@example.com",
    "ana@",
    "ana@localhost",
    "a..b@example.com",
    ".a@example.com",
    "ana@exa mple.com",
    "ana@example.com\r\nBcc: all@example.com",
    "ana@-example.com",
    `${"a".repeat(65)}@example.com`,
    `ana@${"a".repeat(250)}.com`,
    "ana@example.c",
    "<ana@example.com>",
  ])("%j reaches nobody and is refused", (typed) => {
    expect(readAddress(typed)).toBeUndefined();
  });
});
