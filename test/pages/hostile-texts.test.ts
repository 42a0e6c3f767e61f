import { describe, expect, it } from "vitest";
import type { Locale } from "../../functions/contacts/rules/contact.ts";
import { confirmPage } from "../../functions/http/pages/confirm.ts";
import { inboxPage } from "../../functions/http/pages/inbox.ts";
import { landingPage } from "../../functions/http/pages/landing.ts";
import { landingOffer } from "../../functions/http/pages/landing-offer.ts";
import { messagePage } from "../../functions/http/pages/message.ts";
import { portalPage } from "../../functions/http/pages/portal.ts";
import { signInPage } from "../../functions/http/pages/sign-in.ts";
import { unsubscribePage } from "../../functions/http/pages/unsubscribe.ts";
import { offerAt } from "../../functions/offers/rules/offer-now.ts";
import { ana } from "./members.ts";
import { freeLessons } from "./offer-texts.ts";
import { frame } from "./page-states.ts";

const texts = [
  `<script>alert("x")</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' autofocus onfocus='alert(1)`,
  "{{constructor.constructor 'alert(1)'}}",
  "O'Neil & Søn",
  "‮evil‬ 🏮 安娜",
  "x".repeat(300),
];

const pages: Record<string, (text: string, locale: Locale) => string> = {
  "the landing page's form": (text, locale) =>
    landingPage(
      {
        ...landingOffer(freeLessons, offerAt(freeLessons, 0, "2026-11-23T11:00:00.000Z"), locale),
        advocate: { name: text, words: text },
        origin: { ref: text, utm_source: text },
        form: { email: text, name: text, marketing: false, errors: { email: "invalid" } },
      },
      frame(locale, `/?utm_source=${text}`),
    ),
  "the inbox page": (email, locale) => inboxPage({ email, linkValidDays: 7, againPath: "/" }, frame(locale, "/")),
  "the confirmation page": (token, locale) =>
    confirmPage({ state: "ask", token, offer: { title: token, lengthDays: 14 } }, frame(locale, `/confirm?t=${token}`)),
  "the unsubscribe page": (token, locale) =>
    unsubscribePage({ state: "ask", token, email: token }, frame(locale, `/unsubscribe?t=${token}`)),
  "the sign-in page": (email, locale) =>
    signInPage({ state: "form", email, error: "invalid" }, frame(locale, "/sign-in")),
  "the page for what went wrong": (requestId, locale) => messagePage({ kind: "fault", requestId }, frame(locale, "/")),
  "the portal": (text, locale) =>
    portalPage(
      {
        ...ana(locale),
        name: text,
        email: text,
        referrals: [{ friendName: text, joinedAt: "2026-11-20T10:00:00.000Z", state: "pending" }],
        entries: [{ at: "2026-11-20T10:00:00.000Z", reason: text, points: 1 }],
      },
      frame(locale, "/me"),
    ),
};

describe.each(Object.entries(pages))("%s", (_, page) => {
  it.each(texts)("shows %j as text and never as markup", (text) => {
    for (const locale of ["en", "zh-CN"] as const) {
      const tags = (html: string) => html.match(/<[a-z][\w-]*|\s[\w-]+=(?=")/gi)?.length;
      expect(tags(page(text, locale))).toBe(tags(page("plain", locale)));
      expect(page(text, locale)).not.toContain("<script>alert");
    }
  });
});
