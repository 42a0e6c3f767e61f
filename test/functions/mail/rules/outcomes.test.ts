import { describe, expect, it } from "vitest";
import type { Message } from "../../../../functions/mail/rules/message.ts";
import { standingOf } from "../../../../functions/mail/rules/message-standing.ts";
import { addOutcome, type MailOutcome, type OutcomeFacts } from "../../../../functions/mail/rules/outcome-facts.ts";

const submitted: Message = {
  id: "msg_1",
  contactId: "con_1",
  kind: "marketing",
  template: "welcome",
  variables: {},
  cause: {},
  queuedAt: "2026-11-02T09:00:00.000Z",
  state: "submitted",
  attempt: 1,
  providerId: "ses-1",
};
const reports: MailOutcome[] = (["submitted", "delivered", "opened", "bounced", "complained"] as const).map(
  (kind, hour) => ({
    kind,
    messageId: "msg_1",
    contactId: "con_1",
    providerId: "ses-1",
    at: `2026-11-02T1${hour}:00:00.000Z`,
  }),
);
const [, delivered, opened] = reports as [MailOutcome, MailOutcome, MailOutcome];

describe("what SES reports", () => {
  const tell = (order: MailOutcome[]) =>
    order.reduce<OutcomeFacts | undefined>((facts, report) => addOutcome(facts, report), undefined);

  it("gives the same message in every order and however often it is told", () => {
    const expected = standingOf(submitted, tell(reports));
    expect(expected).toMatchObject({ state: "complained", deliveredAt: "2026-11-02T11:00:00.000Z" });
    for (const order of permutations(reports))
      expect(standingOf(submitted, tell([...order, ...order]))).toEqual(expected);
  });

  it("settles a message whose answer was lost", () => {
    const unknown: Message = { ...submitted, state: "unknown" };
    expect(standingOf(unknown, tell(reports.slice(0, 1)))).toMatchObject({ state: "submitted", providerId: "ses-1" });
  });

  it("adds nothing when it is told a second time", () => {
    const facts = addOutcome(undefined, delivered);
    expect(addOutcome(facts, delivered)).toBe(facts);
  });

  it("of an opening says that the mail was delivered", () => {
    expect(standingOf(submitted, tell([opened])).state).toBe("delivered");
  });

  it("of a refusal after the fact says why the message failed", () => {
    const rejected = { ...delivered, kind: "rejected", detail: "Bad content" } as const;
    expect(standingOf(submitted, tell([rejected]))).toMatchObject({ state: "failed", failure: "Bad content" });
  });

  it("never takes a message back to an earlier state", () => {
    const failed: Message = { ...submitted, state: "failed", failure: "refused" };
    expect(standingOf(failed, tell(reports.slice(0, 1))).state).toBe("failed");
  });
});

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
