import { describe, expect, it } from "vitest";
import type { OutcomeFacts } from "../../../../functions/mail/rules/outcome-facts.ts";
import { addOutcome } from "../../../../functions/mail/rules/outcome-facts.ts";
import { readSesEvent } from "../../../../functions/mail/rules/read-ses-event.ts";
import { AGENTS, clickEvent, deliveryEvent, openEvent } from "../support/ses-events.ts";

const ARRIVED = "2026-11-02T09:00:02.120Z";
const LATER = "2026-11-02T09:20:00.000Z";
const link = (id: string) => `https://tastemaker.example/c/${id}/bXNn.c2ln`;
const plus = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

function told(...events: object[]): OutcomeFacts | undefined {
  return events.reduce<OutcomeFacts | undefined>((facts, event) => {
    const outcome = readSesEvent(event);
    return outcome ? addOutcome(facts, outcome) : facts;
  }, undefined);
}

describe("who opened a mail or followed a link", () => {
  it("was a person when nothing speaks against it", () => {
    const facts = told(
      deliveryEvent(ARRIVED),
      openEvent(LATER, AGENTS.chrome, { isBotEvent: "Unlikely" }),
      clickEvent(plus(LATER, 5), AGENTS.chrome, link("k1"), { isBotEvent: "Unlikely" }),
    );
    expect(facts).toMatchObject({ humanOpenedAt: LATER, humanClickedAt: plus(LATER, 5) });
    expect(facts).not.toHaveProperty("machineOpenedAt");
    expect(facts).not.toHaveProperty("machineClickedAt");
  });

  it("was a machine when SES says so", () => {
    const facts = told(deliveryEvent(ARRIVED), openEvent(LATER, AGENTS.chrome, { isBotEvent: "Likely" }));
    expect(facts).toMatchObject({ machineOpenedAt: LATER });
    expect(facts).not.toHaveProperty("humanOpenedAt");
  });

  it("was a machine when its agent is a scanner's or a proxy's, whatever SES thinks of it", () => {
    const facts = told(deliveryEvent(ARRIVED), openEvent(LATER, AGENTS.gmailProxy, { isBotEvent: "Unlikely" }));
    expect(facts).not.toHaveProperty("humanOpenedAt");
  });

  it("was a machine within seconds of the mail's arrival, and before it", () => {
    for (const seconds of [-1, 0, 9.9]) {
      const facts = told(deliveryEvent(ARRIVED), clickEvent(plus(ARRIVED, seconds), AGENTS.chrome, link("k1")));
      expect(facts, String(seconds)).toMatchObject({ machineClickedAt: plus(ARRIVED, seconds) });
      expect(facts).not.toHaveProperty("humanClickedAt");
    }
    const facts = told(deliveryEvent(ARRIVED), clickEvent(plus(ARRIVED, 10), AGENTS.chrome, link("k1")));
    expect(facts).toMatchObject({ humanClickedAt: plus(ARRIVED, 10) });
  });

  it("was a machine when it followed the mail's links all at once", () => {
    const burst = ["k1", "k2", "k3"].map((id, at) => clickEvent(plus(LATER, at * 0.4), AGENTS.chrome, link(id)));
    const facts = told(deliveryEvent(ARRIVED), ...burst);
    expect(facts).toMatchObject({ machineClickedAt: LATER });
    expect(facts).not.toHaveProperty("humanClickedAt");
  });

  it("was a person who follows one link twice, or another one after a while", () => {
    const twice = told(
      clickEvent(LATER, AGENTS.iphone, link("k1")),
      clickEvent(plus(LATER, 0.2), AGENTS.iphone, link("k1")),
      clickEvent(plus(LATER, 30), AGENTS.iphone, link("k2")),
    );
    expect(twice).toMatchObject({ humanClickedAt: LATER });
    expect(twice).not.toHaveProperty("machineClickedAt");
  });

  it("is found after a machine that came first: both are kept apart", () => {
    const facts = told(
      deliveryEvent(ARRIVED),
      openEvent(plus(ARRIVED, 1), AGENTS.applePrivacy),
      openEvent(LATER, AGENTS.chrome),
    );
    expect(facts).toMatchObject({ machineOpenedAt: plus(ARRIVED, 1), humanOpenedAt: LATER });
  });

  it("is still found after a scanner that opened the mail a hundred times", () => {
    const scans = Array.from({ length: 100 }, (_, at) => openEvent(plus(ARRIVED, at), AGENTS.barracuda));
    const facts = told(deliveryEvent(ARRIVED), ...scans, openEvent(LATER, AGENTS.chrome));
    expect(facts?.humanOpenedAt).toBe(LATER);
    expect(facts?.engagements?.length).toBeLessThanOrEqual(40);
  });
});
