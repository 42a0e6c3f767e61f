import { describe, expect, it } from "vitest";
import { readSesEvent } from "../../../../functions/mail/rules/read-ses-event.ts";
import { AGENTS, bounceEvent, clickEvent, deliveryEvent, openEvent, sesEvent } from "../support/ses-events.ts";

const SENT = "2026-11-02T09:00:00.412Z";
const AT = "2026-11-02T09:30:00.000Z";

describe("a report of SES", () => {
  it("is about one message of ours, which its tags name", () => {
    expect(readSesEvent(deliveryEvent())).toEqual({
      messageId: "msg_1",
      contactId: "con_1",
      providerId: "0107019a4f5c1c2d-3f1c8f7e-000000",
      kind: "delivered",
      at: "2026-11-02T09:00:02.120Z",
      facts: { deliveredAt: "2026-11-02T09:00:02.120Z" },
    });
  });

  it.each([
    ["an acceptance", sesEvent("Send", { send: {} }), { kind: "submitted", facts: { submittedAt: SENT } }],
    [
      "a delay",
      sesEvent("DeliveryDelay", { deliveryDelay: { timestamp: AT, delayType: "MailboxFull", delayedRecipients: [] } }),
      { kind: "delayed", facts: { submittedAt: AT } },
    ],
    [
      "a complaint",
      sesEvent("Complaint", { complaint: { timestamp: AT, complaintFeedbackType: "abuse", complaintSubType: null } }),
      { kind: "complained", facts: { complainedAt: AT } },
    ],
    [
      "a rejection",
      sesEvent("Reject", { reject: { reason: "Bad content" } }),
      { kind: "rejected", facts: { rejectedAt: SENT, rejectedBecause: "Bad content" } },
    ],
    [
      "a template that could not be filled",
      sesEvent("Rendering Failure", {
        failure: { templateName: "tm-1", errorMessage: "Attribute 's3' is not present in the rendering data." },
      }),
      {
        kind: "not-rendered",
        facts: { rejectedAt: SENT, rejectedBecause: "Attribute 's3' is not present in the rendering data." },
      },
    ],
  ])("of %s says what happened and when", (_, event, outcome) => {
    expect(readSesEvent(event)).toMatchObject(outcome);
  });

  it.each([
    ["Permanent", "General", { hard: true, facts: { bouncedAt: AT } }],
    ["Transient", "MailboxFull", { facts: { bouncedAt: AT, softBouncedAt: AT } }],
    ["Undetermined", "Undetermined", { facts: { bouncedAt: AT, softBouncedAt: AT } }],
    ["Transient", "ContentRejected", { facts: { bouncedAt: AT } }],
    ["Transient", "MessageTooLarge", { facts: { bouncedAt: AT } }],
    ["Transient", "AttachmentRejected", { facts: { bouncedAt: AT } }],
  ])("of a bounce (%s, %s) tells a mailbox's fault from a mail's", (type, subType, outcome) => {
    const { kind, at, hard, facts } = readSesEvent(bounceEvent(type, subType, AT)) ?? {};
    expect({ kind, at, ...(hard ? { hard } : {}), facts }).toEqual({ kind: "bounced", at: AT, ...outcome });
  });

  it("of an opening or a click keeps neither agent nor address of who it was, nor where a link leads", () => {
    const opened = readSesEvent(openEvent(AT, AGENTS.chrome));
    const clicked = readSesEvent(clickEvent(AT, AGENTS.iphone, "https://tastemaker.example/c/k3/bXNn.c2ln"));
    const other = readSesEvent(clickEvent(AT, AGENTS.iphone, "https://tastemaker.example/unsubscribe?t=secret"));
    expect(opened?.facts).toEqual({ engagements: [{ act: "opened", at: AT, byMachine: false }] });
    expect(clicked?.facts).toEqual({ engagements: [{ act: "clicked", at: AT, byMachine: false, link: "k3" }] });
    expect(JSON.stringify([opened, clicked, other])).not.toMatch(/198\.51|Mozilla|secret/);
  });

  it("is passed over when it is of another kind, malformed, or about another's mail", () => {
    for (const event of [
      sesEvent("Subscription", { subscription: {} }),
      sesEvent("Delivery", { delivery: { timestamp: "yesterday" } }),
      sesEvent("Bounce", {}),
      { ...deliveryEvent(), mail: { messageId: "x", timestamp: SENT, tags: {} } },
      "Delivery",
      null,
    ])
      expect(readSesEvent(event)).toBeUndefined();
  });
});
