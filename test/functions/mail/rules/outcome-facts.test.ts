import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addOutcome, type MailOutcome, type OutcomeFacts } from "../../../../functions/mail/rules/outcome-facts.ts";
import { readSesEvent } from "../../../../functions/mail/rules/read-ses-event.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { AGENTS, bounceEvent, clickEvent, deliveryEvent, openEvent, sesEvent } from "../support/ses-events.ts";

const instant = fc
  .integer({ min: 0, max: 40 })
  .map((second) => new Date(Date.UTC(2026, 10, 2, 9, 0, second)).toISOString());
const agent = fc.constantFrom(...Object.values(AGENTS));
const report = fc.oneof(
  instant.map((at) => deliveryEvent(at)),
  fc.tuple(fc.constantFrom("Permanent", "Transient"), instant).map(([type, at]) => bounceEvent(type, "General", at)),
  fc.tuple(instant, agent).map(([at, by]) => openEvent(at, by)),
  fc
    .tuple(instant, agent, fc.constantFrom("k1", "k2", "k3"))
    .map(([at, by, id]) => clickEvent(at, by, `https://t.example/c/${id}/t.s`)),
  fc.constantFrom("A", "B").map((reason) => sesEvent("Reject", { reject: { reason } })),
  fc.constant(sesEvent("Send", { send: {} })),
);
const outcomes = fc.array(
  fc
    .tuple(report, fc.constantFrom("ses-1", "ses-2", "ses-3"))
    .map(([event, providerId]) => ({ ...(readSesEvent(event) ?? expect.unreachable()), providerId })),
  { maxLength: 60 },
);
const tell = (reports: MailOutcome[]) =>
  reports.reduce<OutcomeFacts | undefined>((facts, each) => addOutcome(facts, each), undefined);

describe("what is known of a message", () => {
  it("is the same in whatever order, and however often, its reports come", () => {
    const shuffled = outcomes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(tell(other)).toEqual(tell(one));
      }),
      propertyOptions("reports of a message in any order", 500),
    );
  });

  it("has all ids under which SES accepted it, and never more than a few", () => {
    const by = (providerId: string): MailOutcome => ({
      ...(readSesEvent(deliveryEvent()) ?? expect.unreachable()),
      providerId,
    });
    expect(tell([by("ses-2"), by("ses-1"), by("ses-2")])).toMatchObject({
      providerId: "ses-1",
      otherProviderIds: ["ses-2"],
    });
    const many = tell(Array.from({ length: 50 }, (_, at) => by(`ses-${at}`)));
    expect(many?.otherProviderIds).toHaveLength(7);
  });

  it("stays the same object when a report tells nothing new, so that nothing is written", () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const facts = tell(all);
        for (const each of all) expect(addOutcome(facts, each)).toBe(facts);
      }),
      propertyOptions("reports told again", 200),
    );
  });
});
