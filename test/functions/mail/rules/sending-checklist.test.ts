import { describe, expect, it } from "vitest";
import {
  isReadyForMany,
  type SendingFacts,
  sendingChecklist,
} from "../../../../functions/mail/rules/sending-checklist.ts";

const right: SendingFacts = {
  account: { enabled: true, rate: 14, daily: 50_000, sentLastDay: 1200, sandbox: false },
  identity: { verified: true, dkim: "SUCCESS", mailFrom: { domain: "mail.lantern.example", status: "SUCCESS" } },
  dmarc: { answer: "found", policy: "none" },
  postalAddress: "Torstraße 118, 10119 Berlin",
};
const stateOf = (item: string, change: Partial<SendingFacts>) =>
  sendingChecklist({ ...right, ...change }).find((check) => check.item === item)?.state;
const readyWith = (change: Partial<SendingFacts>) => isReadyForMany(sendingChecklist({ ...right, ...change }));
const account = (change: Partial<SendingFacts["account"]>) => ({ account: { ...right.account, ...change } });
const identity = (change: Partial<NonNullable<SendingFacts["identity"]>>) => ({
  identity: { verified: true, dkim: "SUCCESS", ...change },
});

describe("the checklist before many people are written to", () => {
  it("is green when domain, account and address are right", () => {
    expect(new Set(sendingChecklist(right).map(({ state }) => state))).toEqual(new Set(["good"]));
    expect(readyWith({})).toBe(true);
  });

  it.each([
    ["a domain that SES does not know", "domain", { identity: undefined }],
    ["a domain that is not verified", "domain", identity({ verified: false })],
    ["DKIM records that SES has not found", "dkim", identity({ dkim: "PENDING" })],
    [
      "a return path whose records are wrong",
      "return-path",
      identity({ mailFrom: { domain: "m.x", status: "FAILED" } }),
    ],
    ["a domain without DMARC", "dmarc", { dmarc: { answer: "none" } }],
    ["an account in the sandbox", "production", account({ sandbox: true })],
    ["an account that is paused", "sending", account({ enabled: false })],
    ["a quota that is used up", "daily-quota", account({ sentLastDay: 50_000 })],
    ["no postal address", "postal-address", { postalAddress: " " }],
  ] as [string, string, Partial<SendingFacts>][])("is red for %s, and keeps broadcasts back", (_, item, change) => {
    expect(stateOf(item, change)).toBe("bad");
    expect(readyWith(change)).toBe(false);
  });

  it.each([
    ["a return path that is SES's own", "return-path", identity({})],
    [
      "a return path that SES is still looking up",
      "return-path",
      identity({ mailFrom: { domain: "m.x", status: "PENDING" } }),
    ],
    ["a quota that is nearly used up", "daily-quota", account({ sentLastDay: 40_000 })],
  ] as [string, string, Partial<SendingFacts>][])("warns of %s, and keeps nothing back", (_, item, change) => {
    expect(stateOf(item, change)).toBe("warn");
    expect(readyWith(change)).toBe(true);
  });

  it("says when nobody could be asked, which keeps nothing back", () => {
    expect(stateOf("dmarc", { dmarc: { answer: "unasked" } })).toBe("unasked");
    expect(readyWith({ dmarc: { answer: "unasked" } })).toBe(true);
  });
});
