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
const about = { messageId: "msg_1", contactId: "con_1", providerId: "ses-1" };
const at = (hour: number) => `2026-11-02T1${hour}:00:00.000Z`;
const accepted: MailOutcome = { ...about, kind: "submitted", at: at(0), facts: { submittedAt: at(0) } };
const delivered: MailOutcome = { ...about, kind: "delivered", at: at(1), facts: { deliveredAt: at(1) } };
const opened: MailOutcome = {
  ...about,
  kind: "opened",
  at: at(2),
  facts: { engagements: [{ act: "opened", at: at(2), byMachine: false }] },
};
const bounced: MailOutcome = {
  ...about,
  kind: "bounced",
  at: at(3),
  facts: { bouncedAt: at(3), softBouncedAt: at(3) },
};
const complained: MailOutcome = { ...about, kind: "complained", at: at(4), facts: { complainedAt: at(4) } };
const reports = [accepted, delivered, opened, bounced, complained];

describe("what SES reports", () => {
  const tell = (order: MailOutcome[]) =>
    order.reduce<OutcomeFacts | undefined>((facts, report) => addOutcome(facts, report), undefined);

  it("gives the same message in every order and however often it is told", () => {
    const expected = standingOf(submitted, tell(reports));
    expect(expected).toMatchObject({ state: "complained", deliveredAt: at(1), humanOpenedAt: at(2) });
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
    const facts = { rejectedAt: at(1), rejectedBecause: "Bad content" };
    const rejected: MailOutcome = { ...about, kind: "rejected", at: at(1), facts };
    expect(standingOf(submitted, tell([rejected]))).toMatchObject({ state: "failed", failure: "Bad content" });
  });

  it("shows people the state and the first instants, not what they are told from", () => {
    expect(Object.keys(standingOf(submitted, tell(reports)))).not.toContain("engagements");
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
