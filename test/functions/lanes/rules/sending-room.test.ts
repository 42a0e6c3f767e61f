import { describe, expect, it } from "vitest";
import { sendingRoom } from "../../../../functions/lanes/rules/sending-room.ts";

const account = { enabled: true, rate: 14, daily: 50_000, sentLastDay: 0, sandbox: false };

describe("the room that SES's quota leaves to marketing mail", () => {
  it("is nearly the whole rate, in calls of half a second's worth", () => {
    expect(sendingRoom(account)).toMatchObject({ mails: 45_000, callSize: 7, preparedAtOnce: 28 });
    expect(sendingRoom(account)).toMatchObject({ rate: expect.closeTo(0.98 * 14) });
  });

  it("never makes a call of more than fifty, and checks no mail more than two seconds ahead", () => {
    expect(sendingRoom({ ...account, rate: 500 })).toMatchObject({ callSize: 50, preparedAtOnce: 500 });
    expect(sendingRoom({ ...account, rate: 100 })).toMatchObject({ callSize: 50, preparedAtOnce: 200 });
  });

  it("is one mail a call in the sandbox, which takes one a second", () => {
    expect(sendingRoom({ ...account, rate: 1, daily: 200 })).toMatchObject({ mails: 180, callSize: 1 });
  });

  it("keeps a tenth of the day for mail that people wait for", () => {
    expect(sendingRoom({ ...account, sentLastDay: 44_999 })).toMatchObject({ mails: 1 });
    expect(sendingRoom({ ...account, sentLastDay: 45_000 })).toBe("daily-quota");
  });

  it("is none while the account may not send, and without end where SES sets no limit", () => {
    expect(sendingRoom({ ...account, enabled: false })).toBe("sending-paused");
    expect(sendingRoom({ ...account, daily: Number.POSITIVE_INFINITY })).toMatchObject({
      mails: Number.POSITIVE_INFINITY,
    });
  });
});
