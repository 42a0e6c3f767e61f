import { expect, it } from "vitest";
import { refusalToAttribute } from "../../../../functions/referrals/rules/refusal-to-attribute.ts";

const advocate = { id: "con_ana", email: "ana.lee@gmail.com", confirmedAt: "2026-01-01T00:00:00.000Z" };
const touch = { code: "k7m2p9xz", at: "2026-03-01T10:00:00.000Z" };

it.each([
  ["a friend with a mailbox of his own", { id: "con_bo", email: "bo@example.org" }, undefined, undefined],
  ["the advocate", advocate, undefined, "self-referral"],
  [
    "the advocate's mailbox in other letters",
    { id: "con_2", email: "AnaLee+x@googlemail.com" },
    undefined,
    "self-referral",
  ],
  [
    "somebody proven before the link was followed",
    { id: "con_bo", email: "bo@example.org", confirmedAt: "2026-03-01T09:59:59.999Z" },
    undefined,
    "already-known",
  ],
  [
    "somebody proven after it",
    { id: "con_bo", email: "bo@example.org", confirmedAt: "2026-03-01T10:05:00.000Z" },
    "con_cleo",
    undefined,
  ],
  ["the one who brought the advocate", { id: "con_bo", email: "bo@example.org" }, "con_bo", "circular-referral"],
])("%s", (_, friend, broughtBy, refusal) => {
  expect(refusalToAttribute(friend, advocate, touch, broughtBy)).toBe(refusal);
});
