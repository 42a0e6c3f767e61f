import { describe, expect, it } from "vitest";
import { createFaults, Fault } from "../../../local/gateway/faults.ts";

const fault = (order: object) => Fault.parse({ service: "ses", mode: "error", ...order });
const SEND = { service: "ses", action: "SendEmail", caller: "SendMarketing" };

describe("ordered faults", () => {
  it("strike the next matching call, once", () => {
    const faults = createFaults();
    faults.add(fault({ action: "SendEmail" }));
    expect(faults.take({ ...SEND, action: "GetAccount" })).toBeUndefined();
    expect(faults.take(SEND)?.mode).toBe("error");
    expect(faults.take(SEND)).toBeUndefined();
  });

  it("strike as often as asked, after as many calls as were to pass", () => {
    const faults = createFaults();
    faults.add(fault({ count: 2, skip: 1 }));
    expect([1, 2, 3, 4].map(() => faults.take(SEND) !== undefined)).toEqual([false, true, true, false]);
  });

  it("can mean every service, and one caller only", () => {
    const faults = createFaults();
    faults.add(fault({ service: "*", caller: "React" }));
    expect(faults.take(SEND)).toBeUndefined();
    expect(faults.take({ service: "dynamodb", action: "PutItem", caller: "React" })).toBeDefined();
  });

  it("are forgotten when cleared", () => {
    const faults = createFaults();
    faults.add(fault({}));
    faults.clear();
    expect(faults.take(SEND)).toBeUndefined();
  });

  it("that nobody knows are refused", () => {
    expect(Fault.safeParse({ service: "s3", mode: "error" }).success).toBe(false);
    expect(Fault.safeParse({ service: "ses", mode: "explode" }).success).toBe(false);
    expect(Fault.safeParse({ service: "ses", mode: "error", acton: "SendEmail" }).success).toBe(false);
  });
});
