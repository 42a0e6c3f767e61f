import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_SOFT_BOUNCES, softBounceRun } from "../../../../functions/mail/rules/soft-bounce-run.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
const bounced = (minute: number) => ({ softBouncedAt: at(minute) });
const delivered = (minute: number) => ({ deliveredAt: at(minute) });

describe("mails that come back softly", () => {
  it("mean a dead mailbox when three do in a row", () => {
    expect(softBounceRun([bounced(1), bounced(2)])).toEqual({});
    expect(softBounceRun([bounced(3), bounced(1), bounced(2)])).toEqual({ fullAt: at(3) });
  });

  it("are forgotten when a mail is delivered after them", () => {
    expect(softBounceRun([bounced(1), bounced(2), delivered(3), bounced(4)]).fullAt).toBeUndefined();
    expect(softBounceRun([delivered(1), bounced(2), bounced(3), bounced(4)]).fullAt).toBe(at(4));
  });

  it("are forgotten when a person lifted the suppression after them", () => {
    const before = [bounced(1), bounced(2), bounced(3)];
    expect(softBounceRun(before, at(4)).fullAt).toBeUndefined();
    expect(softBounceRun([...before, bounced(5), bounced(6)], at(4)).fullAt).toBeUndefined();
    expect(softBounceRun([...before, bounced(5), bounced(6), bounced(7)], at(4)).fullAt).toBe(at(7));
  });

  it("are counted as somebody would who reads the reports by their time", () => {
    const report = fc.tuple(fc.boolean(), fc.uniqueArray(fc.nat(200), { maxLength: 1, minLength: 1 }));
    const reports = fc.uniqueArray(report, { selector: ([, [minute]]) => minute, maxLength: 30 });
    fc.assert(
      fc.property(reports, (all) => {
        const facts = all.map(([isDelivery, [minute = 0]]) => (isDelivery ? delivered(minute) : bounced(minute)));
        const inTime = all.toSorted(([, [one = 0]], [, [other = 0]]) => one - other);
        const count = inTime.reduce((inARow, [isDelivery]) => (isDelivery ? 0 : inARow + 1), 0);
        expect(softBounceRun(facts).fullAt !== undefined).toBe(count >= MOST_SOFT_BOUNCES);
      }),
      propertyOptions("soft bounces in a row", 500),
    );
  });
});
