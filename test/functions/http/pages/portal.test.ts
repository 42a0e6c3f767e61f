import { describe, expect, it } from "vitest";
import { portalPage } from "../../../../functions/http/pages/portal.ts";
import { ana, newcomer, stranger, topMember } from "../../../pages/members.ts";
import { frame } from "../../../pages/page-states.ts";
import { attributesOf, textOf } from "../../../pages/read-html.ts";

const html = portalPage(ana("en"), frame("en", "/me"));
const text = textOf(html);

describe("the portal", () => {
  it("shows what can be spent, what is on its way and from when, and what runs out", () => {
    expect(text).toContain("1,240 points to spend");
    expect(text).toContain("369 more on their way yours from 2 December +169 yours from 7 December +200");
    expect(text).toContain("120 points are good until 31 January 2027.");
  });

  it("shows the tier, the way up, and what keeps it until when", () => {
    expect(text).toContain("Reader");
    expect(text).toContain("760 more points to Speaker");
    expect(html).toContain('class="meter-part" width="62"');
    expect(text).toContain("To keep Reader beyond 31 December 2026, earn 60 more points by then.");
  });

  it("hands over the link as text, as a code and by plain links", () => {
    expect(attributesOf(html, "input", "", "referral-link")).toMatchObject({
      readonly: "",
      value: "http://127.0.0.1:3000/r/ANA-7QK2",
    });
    expect(html).toMatch(/<path d="M4 4h7v1h-7z/);
    expect(html).toContain("https://wa.me/?text&#x3D;");
  });

  it("tells of friends in neutral words", () => {
    expect(text).toMatch(/Ben 20 November 2026 200 points on their way/);
    expect(text).toMatch(/A friend 18 November 2026 Is trying it/);
    expect(text).toMatch(/Chiara 3 September 2026 200 points for you/);
    expect(text).toContain("Does not count");
    expect(text).not.toMatch(/reject|fraud/i);
  });

  it("gives every entry its reason, date, state and what could be spent after it", () => {
    expect(text).toMatch(/Ben bought his first course 22 November 2026 · yours from 7 December \+200 1,240 to spend/);
    expect(text).toMatch(/Part of an order came back 28 September 2026 −85 1,190 to spend/);
    expect(html).toContain('href="/me?before&#x3D;ent_01"');
  });

  it("explains to a newcomer how to earn the first points", () => {
    const empty = textOf(portalPage(newcomer("en"), frame("en", "/me")));
    expect(empty).toMatch(/^.*Good to see you.*0 points to spend/);
    expect(empty).toContain("Nobody has come through your link yet.");
    expect(empty).toContain("Your first points will show here");
    expect(empty).toContain("A friend who stays 200");
    expect(empty).not.toContain("on their way");
  });

  it("tells the highest tier that it is the highest, and a debt calmly", () => {
    const top = textOf(portalPage(topMember("en"), frame("en", "/me")));
    expect(top).toContain("You have reached the highest tier.");
    expect(top).toContain("Speaker is yours until 31 December 2026.");
    expect(top).toContain("35 points were taken back after a refund. What you earn next settles them first.");
  });

  it("shows nothing to share before there is a link", () => {
    const page = portalPage(stranger("en"), frame("en", "/me"));
    expect(page).not.toContain("/r/");
    expect(textOf(page)).not.toContain("Pass it on");
  });

  it("never draws a full bar before the tier is reached", () => {
    const almost = {
      ...ana("en").tier,
      qualifyingPoints: 1999,
      toNext: { name: "Speaker", threshold: 2000, missingPoints: 1 },
    };
    expect(portalPage({ ...ana("en"), tier: almost }, frame("en", "/me"))).toContain('width="99"');
  });

  it("changes nothing by a link: language and signing out are forms", () => {
    expect(html).toContain('<form method="post" action="/me/language"');
    expect(html).toContain('<form method="post" action="/sign-out">');
  });
});
