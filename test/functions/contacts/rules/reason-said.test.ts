import { expect, it } from "vitest";
import { reasonSaid } from "../../../../functions/contacts/rules/reason-said.ts";

it.each([
  ["BOUNCE", { reason: "hard-bounce" }],
  [" hard_bounce ", { reason: "hard-bounce" }],
  ["COMPLAINT", { reason: "complaint" }],
  ["HardBounce", { reason: "hard-bounce" }],
  ["SpamComplaint", { reason: "complaint" }],
  ["soft-bounces", { reason: "soft-bounces" }],
  ["manual", { reason: "manual" }],
  ["Spam", { reason: "complaint" }],
  ["", { reason: "manual" }],
  ["  ", { reason: "manual" }],
  ["moved to Ghana", { reason: "manual", note: "moved to Ghana" }],
  ["__proto__", { reason: "manual", note: "__proto__" }],
])("%j is understood", (text, expected) => expect(reasonSaid(text)).toEqual(expected));

it("a long reason is cut between two characters", () => {
  const note = reasonSaid(`${"x".repeat(199)}🙂`).note ?? "";
  expect(note.length).toBe(200);
  expect(note.isWellFormed()).toBe(true);
});
