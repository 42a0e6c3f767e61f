import { describe, expect, it } from "vitest";
import { type LandingModel, landingPage } from "../../../../functions/http/pages/landing.ts";
import { landingOffer } from "../../../../functions/http/pages/landing-offer.ts";
import { offerAt } from "../../../../functions/offers/rules/offer-now.ts";
import { eveningTimetable, freeLessons } from "../../../pages/offer-texts.ts";
import { frame } from "../../../pages/page-states.ts";
import { attributesOf, textOf } from "../../../pages/read-html.ts";

const december = "2026-11-30T23:00:00.000Z";
const at = (taken: number, now = "2026-11-23T11:00:00.000Z") =>
  landingOffer(freeLessons, offerAt(freeLessons, taken, now), "en");
const model: LandingModel = { ...at(63), origin: {} };
const page = (changes: Partial<LandingModel> = {}) => landingPage({ ...model, ...changes }, frame("en", "/"));

describe("the landing page", () => {
  it("says what it is, why it is free, what is left and until when", () => {
    const text = textOf(page());
    expect(text).toContain("Try fourteen days of lessons. Then decide.");
    expect(text).toContain("we would rather you tried one than believed an advertisement.");
    expect(text).toContain("137 places left of 200 · open until 30 November");
  });

  it("asks for an address and leaves the box for letters empty", () => {
    const html = page();
    expect(attributesOf(html, "input", "email")).toMatchObject({ type: "email", required: "", value: "" });
    expect(attributesOf(html, "input", "consent.marketing")).not.toHaveProperty("checked");
    expect(textOf(html)).toContain("Lantern Language School may also write to me");
  });

  it("carries the origin of the visit on with the form", () => {
    const html = page({ origin: { ref: "ANA-7QK2", utm_source: "a&b" } });
    expect(attributesOf(html, "input", "offer")).toMatchObject({ type: "hidden", value: "free-lessons" });
    expect(attributesOf(html, "input", "ref")).toMatchObject({ type: "hidden", value: "ANA-7QK2" });
    expect(attributesOf(html, "input", "utm_source")).toMatchObject({ value: "a&amp;b" });
    expect(attributesOf(html, "input", "locale")).toMatchObject({ value: "en" });
    expect(attributesOf(html, "input", "timezone")).toMatchObject({ type: "hidden", value: "" });
  });

  it("names the advocate through whose link the visitor came, or a friend", () => {
    expect(textOf(page({ advocate: { name: "Ana", words: "Day nine!" } }))).toMatch(
      /Ana thought you would like this\..*Day nine!/,
    );
    expect(textOf(page({ advocate: {} }))).toContain("A friend thought you would like this.");
    expect(textOf(page())).not.toContain("thought you would like this");
  });

  it("keeps what was typed and names the wrong field when something was wrong", () => {
    const form = { email: 'a"b@', name: "Ana", marketing: true, errors: { email: "invalid" } } as const;
    const html = page({ form });
    const email = attributesOf(html, "input", "email");
    expect(email).toMatchObject({ value: "a&quot;b@", "aria-invalid": "true", "aria-describedby": "email-error" });
    expect(html).toMatch(/id="email-error">This does not look like an email address/);
    expect(attributesOf(html, "input", "name")).toMatchObject({ value: "Ana" });
    expect(attributesOf(html, "input", "consent.marketing")).toHaveProperty("checked");
    expect(html).toContain('role="alert"');
  });

  it.each([
    ["is full", { state: "sold-out", stock: 200, opensAgainAt: december }, "New places open on 1 December."],
    ["is not open yet", { state: "not-yet", opensAt: december }, "Opens on 1 December"],
    ["has ended", { state: "ended", closesAt: december }, "It ended on 30 November 2026"],
    ["has ended without a date", { state: "ended" }, "It really has ended."],
  ] as const)("shows no form when the offer %s", (_, availability, words) => {
    const html = page({ availability });
    expect(textOf(html)).toContain(words);
    expect(html).not.toContain("<form");
    expect(textOf(html)).not.toContain("Three small steps");
  });

  it("draws the last place, and a full bar only for a full stock", () => {
    const bar = (remaining: number) =>
      /class="meter-part" width="(\d+)"/.exec(page({ availability: { state: "open", remaining, stock: 200 } }))?.[1];
    expect(bar(1)).toBe("1");
    expect(bar(199)).toBe("100");
    expect(bar(200)).toBe("100");
    expect(bar(100)).toBe("50");
  });

  it("of an offer that is bought leads to the shop with the true price", () => {
    const evening = landingOffer(eveningTimetable, offerAt(eveningTimetable, 15, "2026-11-23T11:00:00.000Z"), "en");
    const html = page(evening);
    expect(html).toContain('href="https://lantern.example/evenings"');
    expect(textOf(html)).toMatch(/9 places left of 24.*€169.*Two free books/);
    expect(html).not.toContain("<form");
  });

  it("changes from the last minute of November to the first of December", () => {
    const last = page(at(200, "2026-11-30T22:59:59.999Z"));
    const first = page(at(0, "2026-11-30T23:00:00.000Z"));
    expect(textOf(last)).toContain("New places open on 1 December.");
    expect(textOf(first)).toContain("200 places left of 200 · open until 31 December");
  });

  it("falls back to the title of the mails where an offer has no headline, and shows no empty parts", () => {
    const plain = { ...freeLessons, headline: undefined, questions: undefined, includes: undefined };
    const html = page(landingOffer(plain, offerAt(plain, 0, "2026-11-23T11:00:00.000Z"), "en"));
    expect(html).toContain("<h1>Fourteen days of online lessons</h1>");
    expect(textOf(html)).not.toContain("Asked before");
    expect(html).not.toMatch(/<ul class="checks">\s*<\/ul>/);
  });
});
