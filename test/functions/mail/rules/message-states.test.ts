import { describe, expect, it } from "vitest";
import { afterAnswer } from "../../../../functions/mail/rules/after-answer.ts";
import type { Message } from "../../../../functions/mail/rules/message.ts";
import { nextForMessage } from "../../../../functions/mail/rules/next-for-message.ts";

const now = "2026-11-02T09:00:00.000Z";
const later = "2026-11-02T09:01:00.000Z";
const queued: Message = {
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
const claimed: Message = { ...queued, state: "claimed", attempt: 1, leaseUntil: now };

describe("a message handed to a worker", () => {
  it("is claimed when it is queued", () => {
    expect(nextForMessage(queued, now)).toEqual({ do: "claim", attempt: 1 });
  });

  it("is left alone while another worker holds it", () => {
    expect(nextForMessage({ ...claimed, leaseUntil: later }, now)).toEqual({ do: "nothing" });
  });

  it("becomes unknown when a marketing mail's worker was lost: it is never sent blind", () => {
    expect(nextForMessage(claimed, now)).toEqual({ do: "give-up" });
  });

  it("is tried once more, and only once, when it is transactional", () => {
    const confirm = { ...claimed, kind: "transactional" } as const;
    expect(nextForMessage(confirm, now)).toEqual({ do: "claim", attempt: 2 });
    expect(nextForMessage({ ...confirm, attempt: 2 }, now)).toEqual({ do: "give-up" });
  });

  it.each(["submitted", "delivered", "bounced", "complained", "failed", "skipped", "unknown"] as const)(
    "is left alone once it is %s",
    (state) => {
      expect(nextForMessage({ ...queued, state }, now)).toEqual({ do: "nothing" });
    },
  );
});

describe("the provider's answer", () => {
  it("that accepts makes the message submitted", () => {
    const answer = { answer: "accepted", providerId: "ses-1" } as const;
    expect(afterAnswer(claimed, answer, now)).toEqual({ state: "submitted", providerId: "ses-1", submittedAt: now });
  });

  it("that is busy queues it again and does not count as an attempt", () => {
    const after = afterAnswer(claimed, { answer: "busy", code: "TooManyRequestsException" }, now);
    expect(after).toEqual({ state: "queued", attempt: 0, dueAt: later });
  });

  it("that refuses makes it failed, with the code", () => {
    const after = afterAnswer(claimed, { answer: "refused", code: "MessageRejected" }, now);
    expect(after).toEqual({ state: "failed", failure: "MessageRejected" });
  });

  it("that was lost makes marketing mail unknown", () => {
    const after = afterAnswer(claimed, { answer: "unknown", code: "ECONNRESET" }, now);
    expect(after).toEqual({ state: "unknown", failure: "ECONNRESET" });
  });

  it("that was lost lets a transactional mail wait for its lease to end, and then makes it unknown", () => {
    const confirm = { ...claimed, kind: "transactional" } as const;
    expect(afterAnswer(confirm, { answer: "unknown", code: "500" }, now).state).toBe("claimed");
    expect(afterAnswer({ ...confirm, attempt: 2 }, { answer: "unknown", code: "500" }, now).state).toBe("unknown");
  });
});
