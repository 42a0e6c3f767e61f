import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../../../../web/api/schema.d.ts";
import { saidPlainly, titled } from "../../../../web/console/contacts/said-plainly.ts";
import { timelineWords } from "../../../../web/console/contacts/timeline-words.ts";

const item = (part: Partial<TimelineItem>): TimelineItem => ({
  id: "evt_1",
  kind: "event",
  at: "2026-11-23T14:00:00.000Z",
  type: "trial.used",
  state: null,
  data: {},
  ...part,
});
const inEnglish = (part: Partial<TimelineItem>) => saidPlainly(item(part), timelineWords.en, "en");

describe("a timeline row in plain words", () => {
  it("writes money with the decimals that its currency has", () => {
    const bought = (totalMinor: number, currency: string) =>
      inEnglish({ type: "purchase.recorded", data: { orderId: "A-1", totalMinor, currency } });
    expect(bought(11990, "EUR")).toBe("Bought for €119.90 (order A-1)");
    expect(bought(1200, "JPY")).toBe("Bought for ¥1,200 (order A-1)");
    expect(bought(1234, "KWD")).toMatch(/1\.234/);
  });

  it("tells a message's state, also one that it has no words for", () => {
    expect(inEnglish({ kind: "message", type: "welcome", state: "unknown" })).toBe(
      "Email “welcome”: unclear whether it went out",
    );
    expect(inEnglish({ kind: "message", type: "welcome", state: "teleported" })).toBe("Email “welcome”: teleported");
  });

  it("calls an email by its title, in a message as in what was reported of it", () => {
    const titleOf = (name: string) => (name === "welcome" ? "Welcome" : name);
    const said = (part: Partial<TimelineItem>) => saidPlainly(titled(item(part), titleOf), timelineWords.en, "en");
    expect(said({ kind: "message", type: "welcome", state: "delivered" })).toBe("Email “Welcome”: arrived");
    expect(said({ type: "mail.opened", data: { template: "welcome" } })).toBe("Opened “Welcome”");
    expect(said({ type: "mail.opened", data: { template: "long-gone" } })).toBe("Opened “long-gone”");
    expect(said({ type: "trial.used" })).toBe("Used the trial for the first time");
  });

  it("tells what a mail's reader did, and what only a machine did", () => {
    const at = "2026-11-23T15:00:00.000Z";
    const said = (data: object) =>
      inEnglish({ kind: "message", type: "welcome", state: "delivered", data: { ...data } });
    expect(said({ machineOpenedAt: at })).toBe("Email “welcome”: arrived, opened (by a machine)");
    expect(said({ machineOpenedAt: at, humanOpenedAt: at })).toBe("Email “welcome”: arrived, opened");
    expect(said({ machineClickedAt: at, humanOpenedAt: at, humanClickedAt: at })).toBe(
      "Email “welcome”: arrived, a link followed",
    );
  });

  it("tells a decision with its reason", () => {
    const said = inEnglish({ kind: "decision", type: "wait", state: "it is night", data: { journey: "after-trial" } });
    expect(said).toBe("Journey “after-trial”: wait, because it is night");
  });

  it("tells the engine's reasons in Chinese too, and a marketer's own as they were written", () => {
    const inChinese = (state: string) =>
      saidPlainly(
        item({ kind: "decision", type: "wait", state, data: { journey: "a" } }),
        timelineWords["zh-CN"],
        "zh-CN",
      );
    expect(inChinese("the wait is over")).toBe("流程“a”：等待，因为等待期已满");
    expect(inChinese("step welcome is reached")).toBe("流程“a”：等待，因为到了步骤“welcome”");
    expect(inChinese("sie ist verreist")).toBe("流程“a”：等待，因为sie ist verreist");
  });

  it("keeps the name of an event nobody has written words for", () => {
    expect(inEnglish({ type: "moon.landed" })).toBe("moon.landed");
  });

  it("knows the same events, states and acts in every language", () => {
    const { en, "zh-CN": zh } = timelineWords;
    for (const part of ["events", "states", "readings", "decisions", "acts", "methods"] as const) {
      expect(Object.keys(zh[part]), part).toEqual(Object.keys(en[part]));
    }
  });
});
