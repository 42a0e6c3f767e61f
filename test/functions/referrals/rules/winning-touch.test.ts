import { expect, it } from "vitest";
import { winningTouch } from "../../../../functions/referrals/rules/winning-touch.ts";

const at = "2026-03-31T10:00:00.000Z";
const older = { code: "ana", at: "2026-03-20T10:00:00.000Z" };
const newer = { code: "bo", at: "2026-03-30T10:00:00.000Z" };

it("lets the last link that was followed win, in whatever order they are told", () => {
  expect(winningTouch([newer, older], at, 30)).toEqual(newer);
  expect(winningTouch([older, newer], at, 30)).toEqual(newer);
});

it.each([
  ["2026-03-01T10:00:00.000Z", true],
  ["2026-03-01T09:59:59.999Z", false],
  [at, true],
  ["2026-03-31T10:00:00.001Z", false],
])("counts a link followed at %s within 30 days: %s", (followedAt, counts) => {
  expect(winningTouch([{ code: "ana", at: followedAt }], at, 30) !== undefined).toBe(counts);
});

it("finds nobody where no link was followed", () => {
  expect(winningTouch([], at, 30)).toBeUndefined();
});
