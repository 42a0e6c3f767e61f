import { describe, expect, it } from "vitest";
import { afterAnswer } from "../../../../functions/lanes/rules/after-answer.ts";
import { LANE_POLICIES } from "../../../../functions/lanes/rules/lane-policy.ts";
import type { Message } from "../../../../functions/mail/rules/message.ts";

const now = "2026-11-02T09:00:00.000Z";
const { marketing, transactional } = LANE_POLICIES;
const message: Message = {
  id: "msg_1",
  contactId: "con_1",
  kind: "marketing",
  template: "welcome",
  variables: {},
  cause: {},
  queuedAt: now,
  state: "queued",
  attempt: 0,
};
const made = { templateVersion: 3 };
const LOST = { answer: "unknown", code: "ECONNRESET" } as const;

describe.each([
  ["marketing", marketing],
  ["transactional", transactional],
] as const)("the provider's answer to %s mail", (_, policy) => {
  it("that accepts makes the message submitted, and says what it was made of", () => {
    expect(afterAnswer({ message, made }, { answer: "accepted", providerId: "ses-1" }, policy, now)).toEqual({
      do: "settle",
      change: { state: "submitted", attempt: 1, templateVersion: 3, providerId: "ses-1", submittedAt: now },
    });
  });

  it("that is busy leaves it queued and does not count as an attempt", () => {
    expect(afterAnswer({ message, made }, { answer: "busy", code: "throttled" }, policy, now)).toEqual({ do: "stay" });
  });

  it("that refuses makes it failed, with the code", () => {
    expect(afterAnswer({ message, made }, { answer: "refused", code: "MessageRejected" }, policy, now)).toEqual({
      do: "settle",
      change: { state: "failed", attempt: 1, templateVersion: 3, failure: "MessageRejected" },
    });
  });
});

describe("an answer that was lost", () => {
  it("parks marketing mail as unknown: it is never sent blind", () => {
    expect(afterAnswer({ message }, LOST, marketing, now)).toEqual({
      do: "settle",
      change: { state: "unknown", attempt: 1, failure: "ECONNRESET" },
    });
  });

  it("lets a transactional mail go out once more, and only once", () => {
    expect(afterAnswer({ message }, LOST, transactional, now)).toEqual({ do: "again", change: { attempt: 1 } });
    expect(afterAnswer({ message: { ...message, attempt: 1 } }, LOST, transactional, now)).toEqual({
      do: "settle",
      change: { state: "unknown", attempt: 2, failure: "ECONNRESET" },
    });
  });
});
