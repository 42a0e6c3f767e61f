import landing from "../../../templates/pages/landing.hbs";
import type { PageFrame } from "../page-frame.ts";
import { renderPage } from "../render-page.ts";
import { words } from "../words.ts";
import { consentWords } from "./consent-words.ts";
import { type FieldErrors, fieldErrorWords } from "./field-error-words.ts";

/** An offer as its page tells it; the texts are the offer's own, in the page's language. */
export interface LandingOffer {
  name: string;
  title: string;
  summary: string;
  /** Why it is free, or why there are so few: a sensible person believes it. */
  reason: string;
  /** None for an offer that is bought. */
  lengthDays?: number | undefined;
  includes: string[];
  questions?: LandingQuestion[] | undefined;
}

export interface LandingQuestion {
  question: string;
  answer: string;
}

/** Whether places can be had now. `closesAt` is the first instant at which it is over. */
export type Availability =
  | { state: "open"; remaining: number; stock: number; closesAt?: string | undefined }
  | { state: "sold-out"; stock: number; opensAgainAt?: string | undefined }
  | { state: "not-yet"; opensAt: string }
  | { state: "ended"; closesAt?: string | undefined };

/** An offer that is bought, not tried: the page leads to the shop instead of asking for an address. */
export interface Enrolment {
  url: string;
  price?: { amountMinor: number; currency: string } | undefined;
  gift?: string | undefined;
}

/** What was typed, when the page is shown again because something was wrong. */
export interface TrialForm {
  email: string;
  name: string;
  marketing: boolean;
  errors: FieldErrors;
}

export interface LandingModel {
  offer: LandingOffer;
  availability: Availability;
  enrol?: Enrolment | undefined;
  /** The advocate through whose link the visitor came; a name only if that advocate agreed to show it. */
  advocate?: { name?: string | undefined; words?: string | undefined } | undefined;
  /** `ref`, `via`, `utm_*` of the visit: the form carries them on. */
  origin: Record<string, string>;
  form?: TrialForm | undefined;
}

// The parts of the template; Handlebars names take no hyphens.
const sections = { open: "open", "sold-out": "soldOut", "not-yet": "notYet", ended: "ended" } as const;

/** The page of an offer, in every state it can be in. */
export function landingPage(model: LandingModel, frame: PageFrame): string {
  const { offer, availability, enrol } = model;
  const view = {
    offer,
    enrol,
    description: offer.summary,
    friend: friendOf(model, frame),
    eyebrow: words(frame.locale, enrol ? "landing.limited" : "landing.free", { count: offer.lengthDays }),
    [sections[availability.state]]: availabilityView(availability),
    // How a trial begins matters only while one can be had.
    steps: availability.state === "open" && !enrol,
    hidden: hiddenFields(model, frame),
    consent: consentWords(frame).text,
    values: model.form,
    errors: model.form && fieldErrorWords(frame.locale, model.form.errors),
  };
  return renderPage(landing, offer.title, view, frame);
}

function friendOf({ advocate }: LandingModel, { locale }: PageFrame) {
  if (!advocate) return undefined;
  const { name } = advocate;
  return { line: name ? words(locale, "landing.friend", { name }) : words(locale, "landing.someone"), ...advocate };
}

function availabilityView(availability: Availability) {
  if (availability.state !== "open") return availability;
  const { remaining, stock } = availability;
  // Rounded up: as long as one place is left, the bar shows it.
  const percent = stock > 0 ? Math.min(100, Math.ceil((remaining / stock) * 100)) : 0;
  return { ...availability, percent };
}

/** The form names the words beside its box: they may have changed by the time it is sent. */
function hiddenFields({ offer, origin }: LandingModel, frame: PageFrame): { name: string; value: string }[] {
  const fields = { offer: offer.name, locale: frame.locale, "consent.version": consentWords(frame).version, ...origin };
  return Object.entries(fields).map(([name, value]) => ({ name, value }));
}
