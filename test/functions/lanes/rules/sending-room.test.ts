import { describe, expect, it } from "vitest";
import { LANE_POLICIES } from "../../../../functions/lanes/rules/lane-policy.ts";
import { sendingRoom } from "../../../../functions/lanes/rules/sending-room.ts";

const account = { enabled: true, rate: 14, daily: 50_000, sentLastDay: 0, sandbox: false };
const { marketing, transactional } = LANE_POLICIES;

describe("the room that SES's quota leaves to a lane", () => {
  it("is nearly the whole rate for marketing mail, in calls of half a second's worth", () => {
    expect(sendingRoom(account, marketing)).toMatchObject({ mails: 45_000, callSize: 7, preparedAtOnce: 28 });
    expect(sendingRoom(account, marketing)).toMatchObject({ rate: expect.closeTo(0.98 * 14) });
  });

  it("never makes a call of more than fifty, and checks no mail more than two seconds ahead", () => {
    expect(sendingRoom({ ...account, rate: 500 }, marketing)).toMatchObject({ callSize: 50, preparedAtOnce: 500 });
    expect(sendingRoom({ ...account, rate: 100 }, marketing)).toMatchObject({ callSize: 50, preparedAtOnce: 200 });
  });

  it("is one mail a call in the sandbox, which takes one a second", () => {
    expect(sendingRoom({ ...account, rate: 1, daily: 200 }, marketing)).toMatchObject({ mails: 180, callSize: 1 });
  });

  it("keeps a tenth of the day for mail that people wait for", () => {
    expect(sendingRoom({ ...account, sentLastDay: 44_999 }, marketing)).toMatchObject({ mails: 1 });
    expect(sendingRoom({ ...account, sentLastDay: 45_000 }, marketing)).toBe("daily-quota");
  });

  it("is all of it for mail that people wait for", () => {
    expect(sendingRoom({ ...account, sentLastDay: 45_000 }, transactional)).toMatchObject({ mails: 5000, rate: 14 });
    expect(sendingRoom({ ...account, sentLastDay: 50_000 }, transactional)).toBe("daily-quota");
  });

  it("is none while the account may not send, and without end where SES sets no limit", () => {
    expect(sendingRoom({ ...account, enabled: false }, marketing)).toBe("sending-paused");
    expect(sendingRoom({ ...account, daily: Number.POSITIVE_INFINITY }, marketing)).toMatchObject({
      mails: Number.POSITIVE_INFINITY,
    });
  });
});
