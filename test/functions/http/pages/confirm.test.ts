import { describe, expect, it } from "vitest";
import { confirmPage } from "../../../../functions/http/pages/confirm.ts";
import { frame } from "../../../pages/page-states.ts";
import { attributesOf, textOf } from "../../../pages/read-html.ts";

const at = frame("en", "/confirm?t=tok");
const offer = { title: "Fourteen days", lengthDays: 14 };

describe("the confirmation page", () => {
  it("confirms nothing by being opened: one button posts the token", () => {
    const html = confirmPage({ state: "ask", token: "tok.en", offer }, at);
    expect(html.match(/<form/g)).toHaveLength(1);
    expect(html).toContain('<form method="post" action="/confirm">');
    expect(attributesOf(html, "input", "t")).toMatchObject({ type: "hidden", value: "tok.en" });
    expect(textOf(html)).toContain("Start my 14 days");
  });

  it("greets, tells the end, leads to the start and to the own link", () => {
    const referral = { link: "https://x.example/r/ANA", points: 200 };
    const html = confirmPage(
      { state: "done", offer, trialEndsAt: "2026-12-07T14:00:00.000Z", startUrl: "https://lessons.example/", referral },
      at,
    );
    expect(textOf(html)).toContain("until 7 December 2026");
    expect(html).toContain('href="https://lessons.example/"');
    expect(attributesOf(html, "input", "", "referral-link")).toMatchObject({ value: "https://x.example/r/ANA" });
    expect(textOf(html)).toContain("you get 200 points if they stay");
  });

  it("offers a new link when the old one has run out or is broken", () => {
    for (const state of ["expired", "invalid"] as const) {
      expect(confirmPage({ state, offerPath: "/o/free-lessons" }, at)).toContain('href="/o/free-lessons"');
    }
  });

  it("says so when the last place went meanwhile, and when there are new ones", () => {
    const full = confirmPage({ state: "full", offer, opensAgainAt: "2026-11-30T23:00:00.000Z" }, at);
    expect(textOf(full)).toContain("New places open on 1 December.");
    expect(full).not.toContain("<form");
  });
});
