import type { Brand } from "../../functions/brand/rules/brand.ts";
import type { Locale } from "../../functions/contacts/rules/contact.ts";
import { EVERY_LETTER, type MailPreferences } from "../../functions/contacts/rules/preferences.ts";
import { pageFrame } from "../../functions/http/page-frame.ts";
import { type ConfirmModel, confirmPage } from "../../functions/http/pages/confirm.ts";
import { inboxPage } from "../../functions/http/pages/inbox.ts";
import { type LandingModel, landingPage } from "../../functions/http/pages/landing.ts";
import { landingOffer } from "../../functions/http/pages/landing-offer.ts";
import { type MessageModel, messagePage } from "../../functions/http/pages/message.ts";
import { portalPage } from "../../functions/http/pages/portal.ts";
import { type PreferencesModel, preferencesPage } from "../../functions/http/pages/preferences.ts";
import { type SignInModel, signInPage } from "../../functions/http/pages/sign-in.ts";
import { type UnsubscribeModel, unsubscribePage } from "../../functions/http/pages/unsubscribe.ts";
import { offerAt } from "../../functions/offers/rules/offer-now.ts";
import { ana, newcomer, stranger, topMember } from "./members.ts";
import { eveningTimetable, freeLessons } from "./offer-texts.ts";

/** One page in one of its states. */
export interface PageState {
  name: string;
  html: string;
}

export const lantern: Brand = {
  name: { en: "Lantern Language School", "zh-CN": "灯笼语言学校" },
  fromName: { en: "Lantern Language School", "zh-CN": "灯笼语言学校" },
  postalAddress: "Lantern Language School, Torstraße 118, 10119 Berlin, Germany",
  phone: "+49 30 5557 0142",
  zone: "Europe/Berlin",
  currency: "EUR",
  defaultOffer: "free-lessons",
  topics: [
    { name: "lessons", title: { en: "Your lessons", "zh-CN": "你的课程" } },
    {
      name: "offers",
      title: { en: "Offers", "zh-CN": "优惠" },
      about: { en: "What is open this month", "zh-CN": "这个月有什么" },
    },
  ],
};

const TOKEN = "eyJhIjoxfQ.c2lnbmF0dXJl";
const decemberBegins = "2026-11-30T23:00:00.000Z";

/** Every page in every state, in one language. */
export function pageStates(locale: Locale): PageState[] {
  const of = (name: string, html: string): PageState => ({ name, html });
  return [
    ...landingStates(locale).map(([name, model]) => of(name, landingPage(model, frame(locale, "/")))),
    of("inbox", inboxPage(inboxModel("ana@gmail.com"), frame(locale, "/"))),
    of("inbox-unknown-provider", inboxPage(inboxModel("ana@example.com"), frame(locale, "/"))),
    ...confirmStates(locale).map((model) =>
      of(`confirm-${model.state}`, confirmPage(model, frame(locale, "/confirm"))),
    ),
    ...unsubscribeStates.map((model) => of(`unsubscribe-${model.state}`, unsubscribePage(model, frame(locale, "/")))),
    ...preferenceStates(locale).map(([name, model]) =>
      of(name, preferencesPage(model, frame(locale, `/preferences?t=${TOKEN}`))),
    ),
    ...signInStates.map(([name, model]) => of(name, signInPage(model, frame(locale, "/sign-in")))),
    ...messages.map((model) => of(`message-${model.kind}`, messagePage(model, frame(locale, "/")))),
    of("portal", portalPage(ana(locale), frame(locale, "/me"))),
    of("portal-empty", portalPage(newcomer(locale), frame(locale, "/me"))),
    of("portal-stranger", portalPage(stranger(locale), frame(locale, "/me"))),
    of("portal-top", portalPage(topMember(locale), frame(locale, "/me"))),
  ];
}

export function frame(locale: Locale, here: string) {
  return pageFrame(lantern, locale, here);
}

export function landingStates(locale: Locale): [string, LandingModel][] {
  const origin = { ref: "ANA-7QK2", utm_source: "newsletter" };
  const noon = "2026-11-23T11:00:00.000Z";
  const trial = (taken: number) => landingOffer(freeLessons, offerAt(freeLessons, taken, noon), locale);
  const evening = (taken: number) => landingOffer(eveningTimetable, offerAt(eveningTimetable, taken, noon), locale);
  const once = { ...freeLessons, period: "once", opensOn: "2026-12-01", closesOn: "2026-12-24" } as const;
  const onceAt = (at: string) => landingOffer(once, offerAt(once, 0, at), locale);
  const errors = { email: "invalid" } as const;
  const mistyped = { email: "ana@", name: "Ana", marketing: true, errors };
  const refused = { email: "a@b.example", name: "", marketing: false, errors: { form: "too-many-requests" } } as const;
  const advocate = {
    name: locale === "en" ? "Ana" : "安娜",
    words:
      locale === "en"
        ? "I did a lesson on the tram every morning. On day nine I ordered in Chinese."
        : "我每天早上在电车上听一课，第九天就用德语点了咖啡。",
  };
  return [
    ["landing", { ...trial(63), origin }],
    ["landing-friend", { ...trial(199), advocate, origin }],
    ["landing-someone", { ...trial(188), advocate: {}, origin: {} }],
    ["landing-errors", { ...trial(63), origin, form: mistyped }],
    ["landing-refused", { ...trial(63), origin, form: refused }],
    ["landing-sold-out", { ...trial(200), origin }],
    ["landing-not-yet", { ...onceAt(noon), origin }],
    ["landing-ended", { ...onceAt("2027-01-02T11:00:00.000Z"), origin }],
    ["landing-evening", { ...evening(15), origin }],
    ["landing-evening-full", { ...evening(24), origin }],
  ];
}

function inboxModel(email: string) {
  return { email, linkValidDays: 7, againPath: "/o/free-lessons" };
}

function confirmStates(locale: Locale): ConfirmModel[] {
  const offer = { title: freeLessons.title[locale], lengthDays: 14 };
  const startUrl = "https://lantern.example/lessons";
  const trialEndsAt = "2026-12-07T14:00:00.000Z";
  return [
    { state: "ask", token: TOKEN, offer },
    {
      state: "done",
      offer,
      trialEndsAt,
      startUrl,
      referral: { link: "http://127.0.0.1:3000/r/ANA-7QK2", points: 200 },
    },
    { state: "already", offer, startUrl, trialEndsAt },
    { state: "expired", offerPath: "/o/free-lessons" },
    { state: "invalid", offerPath: "/" },
    { state: "full", offer, opensAgainAt: decemberBegins },
    { state: "closed", offer },
  ];
}

const unsubscribeStates: UnsubscribeModel[] = [
  { state: "ask", token: TOKEN, email: "ana@example.com" },
  { state: "stopped", token: TOKEN },
  { state: "already", token: TOKEN },
  { state: "thanked" },
  { state: "invalid" },
];

function preferenceStates(locale: Locale): [string, PreferencesModel][] {
  const choose = { state: "choose", token: TOKEN, topics: lantern.topics ?? [], locale } as const;
  const few: MailPreferences = { mutedTopics: ["offers"], pace: "weekly", pausedUntil: decemberBegins };
  return [
    ["preferences", { ...choose, preferences: EVERY_LETTER }],
    ["preferences-saved", { ...choose, preferences: few, done: "saved" }],
    ["preferences-stopped", { state: "silent", token: TOKEN, asked: true }],
    ["preferences-silent", { state: "silent", token: TOKEN, asked: false }],
    ["preferences-thanked", { state: "thanked", token: TOKEN }],
    ["preferences-invalid", { state: "invalid" }],
  ];
}

const signInStates: [string, SignInModel][] = [
  ["sign-in", { state: "form" }],
  ["sign-in-error", { state: "form", email: "ana", error: "invalid" }],
  ["sign-in-sent", { state: "sent", email: "ana@qq.com", validMinutes: 15 }],
  ["sign-in-ask", { state: "ask", token: TOKEN }],
  ["sign-in-expired", { state: "expired" }],
];

const messages: MessageModel[] = [
  { kind: "not-found" },
  { kind: "gone" },
  { kind: "too-many-requests", retryAfterSeconds: 90, againPath: "/o/free-lessons" },
  { kind: "bad-request" },
  { kind: "not-allowed" },
  { kind: "fault", requestId: "JKHjkhas7=", againPath: "/me" },
];
