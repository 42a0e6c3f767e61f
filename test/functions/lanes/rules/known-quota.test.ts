import { expect, it } from "vitest";
import { isRecent, knownQuota, quotaAfter } from "../../../../functions/lanes/rules/known-quota.ts";

const now = "2026-11-23T14:00:00.000Z";
const account = { enabled: true, rate: 14, daily: 50_000, sentLastDay: 7, sandbox: false };

it("what SES said of the quota is relied on for ten seconds", () => {
  const quota = knownQuota(account, now);
  expect(isRecent(quota, "2026-11-23T14:00:09.999Z")).toBe(true);
  expect(isRecent(quota, "2026-11-23T14:00:10.000Z")).toBe(false);
  expect(isRecent(undefined, now)).toBe(false);
});

it("what was sent since counts, as SES would count it", () => {
  expect(quotaAfter(knownQuota(account, now), 40)).toMatchObject({ sentLastDay: 47, askedAt: now });
});

it("a quota without limit can be kept in a table", () => {
  const endless = { ...account, rate: Number.POSITIVE_INFINITY, daily: Number.POSITIVE_INFINITY };
  const { rate, daily } = knownQuota(endless, now);
  expect([Number.isFinite(rate), Number.isFinite(daily), Math.min(rate, daily) > 1e9]).toEqual([true, true, true]);
});
