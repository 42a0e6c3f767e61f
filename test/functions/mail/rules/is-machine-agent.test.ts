import { describe, expect, it } from "vitest";
import { isMachineAgent } from "../../../../functions/mail/rules/is-machine-agent.ts";
import { AGENTS } from "../support/ses-events.ts";

describe("the agent that opened a mail", () => {
  it.each(["chrome", "iphone", "outlook"] as const)("%s is one that people read with", (name) => {
    expect(isMachineAgent(AGENTS[name])).toBe(false);
  });

  it.each(["applePrivacy", "gmailProxy", "yahooProxy", "barracuda", "proofpoint", "existence", "script"] as const)(
    "%s is a machine's",
    (name) => {
      expect(isMachineAgent(AGENTS[name])).toBe(true);
    },
  );

  it("that does not say who it is, is a machine's", () => {
    expect([undefined, null, "", "  ", "Mozilla/4.0"].map(isMachineAgent)).toEqual(Array(5).fill(true));
  });
});
