import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { setting } from "../../platform/settings.ts";
import { requestTrial } from "../../trials/request-trial.ts";
import { CONFIRM_WITHIN_DAYS } from "../../trials/rules/answer-sign-up.ts";
import type { SignUp } from "../../trials/rules/trial.ts";
import { cameFrom } from "../came-from.ts";
import { originOf } from "../origin-of.ts";
import { consentWords, textHash } from "../pages/consent-words.ts";
import type { FieldErrors } from "../pages/field-error-words.ts";
import { inboxPage } from "../pages/inbox.ts";
import { messagePage } from "../pages/message.ts";
import { problem, statusFor } from "../problem.ts";
import { readAs } from "../read-as.ts";
import type { Fields } from "../read-fields.ts";
import { readForm } from "../read-form.ts";
import { html, json } from "../respond.ts";
import { signUpFrom, TrialRequest } from "../sign-up-from.ts";
import { type Visit, visitOf } from "../visit.ts";
import { offerPage } from "./landing.ts";

/** POST /v1/trials: the same 202 for known, unknown and suppressed addresses. */
export async function takeTrialJson(event: HttpEvent): Promise<HttpResponse> {
  const body = readAs(TrialRequest, event);
  if (!body.ok) return body.response;
  const at = now();
  const signUp = signUpFrom(body.value, event, originOf(event.queryStringParameters ?? {}), at);
  if (!signUp) return problem("invalid-input", { errors: [{ pointer: "/email", detail: "not an email address" }] });
  await requestTrial(signUp, at);
  return json(202, { status: "confirmation-pending" });
}

/** POST /trials: the page's form; what is wrong is shown beside its field, with everything as it was typed. */
export async function takeTrialForm(event: HttpEvent): Promise<HttpResponse> {
  const form = readForm(event);
  if (!form.ok) {
    const { frame } = await visitOf(event, "/");
    return html(statusFor(form.reason), messagePage({ kind: "bad-request" }, frame));
  }
  const visit = await visitOf(event, againPath(form.fields), { asked: form.fields.locale });
  const at = now();
  const asked = TrialRequest.safeParse(requestIn(form.fields));
  const signUp = asked.success ? signUpFrom(asked.data, event, originOf(form.fields), at) : undefined;
  if (!signUp) return showAgain(visit, form.fields, at);
  await requestTrial({ ...signUp, ...shownWords(event, form.fields, signUp, visit) }, at);
  const model = { email: signUp.email, linkValidDays: CONFIRM_WITHIN_DAYS };
  return html(202, inboxPage({ ...model, againPath: againPath(form.fields) }, visit.frame));
}

function requestIn(fields: Fields): Record<string, unknown> {
  const { email, name, offer, locale, timezone, ref, via } = fields;
  const filled = Object.entries({ name, offer, locale, timezone, ref: ref || via }).filter(([, value]) => value);
  const marketing = fields["consent.marketing"] === "true";
  return { email: email ?? "", ...Object.fromEntries(filled), consent: { marketing } };
}

/**
 * Which words stood beside the box, as the form names them. Only of those that our own page has just shown do we know the
 * text, and keep its hash; a form on another site may show anything.
 */
function shownWords(event: HttpEvent, fields: Fields, { locale }: SignUp, { frame }: Visit): Partial<SignUp> {
  const { version, text } = consentWords({ ...frame, locale });
  const named = fields["consent.version"] ?? "";
  const isOurs = named === version && cameFrom(event, setting("BASE_URL")) === "our-page";
  const consentText = `${locale}#${VERSION.test(named) ? named : "unknown"}`;
  return { consentText, ...(isOurs ? { consentHash: textHash(text) } : {}) };
}

const VERSION = /^[\w.-]{1,20}$/;

async function showAgain(visit: Visit, fields: Fields, at: string): Promise<HttpResponse> {
  const { email = "", name = "", offer } = fields;
  const form = { email, name, marketing: fields["consent.marketing"] === "true", errors: errorsIn(email, name) };
  const page = await offerPage(visit, offer || visit.brand.defaultOffer, originOf(fields), form, at);
  return page ? html(422, page) : html(404, messagePage({ kind: "not-found" }, visit.frame));
}

function errorsIn(email: string, name: string): FieldErrors {
  const long = name.length > 100 ? { name: "too-long" as const } : {};
  if (email.trim() === "") return { ...long, email: "missing" };
  if (email.length > 254) return { ...long, email: "too-long" };
  // Whatever else is wrong cannot be seen on the page: its hidden fields were changed on the way.
  return Object.keys(long).length > 0 ? long : { email: "invalid" };
}

function againPath(fields: Fields): string {
  const offer = /^[a-z0-9-]{1,60}$/.test(fields.offer ?? "") ? `/o/${fields.offer}` : "/";
  return offer;
}
