import { expect, it } from "vitest";
import { CALL_OVER_SECONDS } from "../../../../functions/lanes/rules/claim.ts";
import { LANE_POLICIES } from "../../../../functions/lanes/rules/lane-policy.ts";
import { SES_CALL_SECONDS } from "../../../../functions/platform/ses.ts";

it("a call has been answered or given up before its claim is over, and is over before its sender's lease ends", () => {
  expect(CALL_OVER_SECONDS).toBeGreaterThan(SES_CALL_SECONDS);
  for (const { leaseSeconds } of Object.values(LANE_POLICIES))
    expect(leaseSeconds).toBeGreaterThanOrEqual(CALL_OVER_SECONDS);
});

it("only mail that people wait for may use the day's last tenth and is handed over a second time", () => {
  expect(LANE_POLICIES).toMatchObject({
    transactional: { mostAttempts: 2, dailyReserve: 0 },
    marketing: { mostAttempts: 1, dailyReserve: 0.1 },
  });
});
