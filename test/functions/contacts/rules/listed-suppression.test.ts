import { describe, expect, it } from "vitest";
import { instantSaid, listedSuppression, verdictOn } from "../../../../functions/contacts/rules/listed-suppression.ts";

const IMPORTED = "2026-11-28T09:00:00.000Z";
const told = { otherwise: "hard-bounce", importedAt: IMPORTED, by: "care@example.com" } as const;
const suppressionOf = (row: { reason?: string; at?: string }) =>
  listedSuppression({ email: "gone@example.com", ...row }, told)?.suppression;

describe("a row of another sender's list", () => {
  it.each([
    ["the reason it states", { reason: "SpamComplaint" }, { reason: "complaint" }],
    ["what the list is of, when it states none", {}, { reason: "hard-bounce" }],
    [
      "what the list is of, with its words as the note",
      { reason: "550 5.1.1 unknown user" },
      { reason: "hard-bounce", note: "550 5.1.1 unknown user" },
    ],
    ["a person's decision, where it says so", { reason: "ManualSuppression" }, { reason: "manual" }],
    ["the date it states", { at: "2024-03-01 12:34:56" }, { at: "2024-03-01T12:34:56.000Z" }],
    ["the day of the import, for a date that cannot be read", { at: "03/04/2025" }, { at: IMPORTED }],
    ["the day of the import, for a date that is yet to come", { at: "2031-01-01" }, { at: IMPORTED }],
  ])("suppresses its address for %s", (_, row, expected) => {
    expect(suppressionOf(row)).toMatchObject({ by: "care@example.com", ...expected });
  });

  it("suppresses nothing when it names no address", () => {
    for (const email of ["", "gone", "a@b", "gone@example.com\nbcc: all@example.com", "a\u0000@example.com"])
      expect(listedSuppression({ email }, told)).toBeUndefined();
  });
});

it.each([
  ["2024-03-01", "2024-03-01T00:00:00.000Z"],
  ["2024-03-01T12:34:56Z", "2024-03-01T12:34:56.000Z"],
  ["2024-03-01T12:34:56.789+02:00", "2024-03-01T10:34:56.000Z"],
  ["2024-03-01 12:34:56 UTC", "2024-03-01T12:34:56.000Z"],
  ["2024-03-01T12:34:56+0800", "2024-03-01T04:34:56.000Z"],
  ["1709296496", "2024-03-01T12:34:56.000Z"],
  ["2024-13-41", undefined],
  ["01.03.2024", undefined],
  ["yesterday", undefined],
  ["", undefined],
])("the date %j is read as %s", (text, expected) => expect(instantSaid(text)).toBe(expected));

it("an address is suppressed anew, for a graver reason, or enough already", () => {
  const at = "2026-11-01T09:00:00.000Z";
  const complaint = { reason: "complaint", at: "2026-11-02T09:00:00.000Z" } as const;
  expect(verdictOn(undefined, complaint)).toBe("new");
  expect(verdictOn({ reason: "manual", at }, complaint)).toBe("graver");
  expect(verdictOn({ reason: "hard-bounce", at }, complaint)).toBe("kept");
  expect(verdictOn({ reason: "complaint", at, liftedAt: "2026-11-03T09:00:00.000Z" }, complaint)).toBe("kept");
  expect(verdictOn({ reason: "complaint", at, liftedAt: "2026-11-01T10:00:00.000Z" }, complaint)).toBe("new");
});
