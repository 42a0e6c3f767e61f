import { endSession } from "../../access/end-session.ts";
import { openSession } from "../../access/open-session.ts";
import { requestSignIn } from "../../access/request-sign-in.ts";
import { SESSION_DAYS } from "../../access/rules/staff.ts";
import { readAddress } from "../../contacts/rules/read-address.ts";
import { SIGN_IN_MINUTES } from "../../mail/rules/sign-in-link.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { setting } from "../../platform/settings.ts";
import { cameFrom } from "../came-from.ts";
import { type SignInModel, signInPage } from "../pages/sign-in.ts";
import { problem, statusFor } from "../problem.ts";
import { readAs } from "../read-as.ts";
import type { Fields } from "../read-fields.ts";
import { readForm } from "../read-form.ts";
import { html, json, redirect } from "../respond.ts";
import { SignInRequest } from "../routes/public.ts";
import { endedSessionCookie, sessionCookie, sessionOf } from "../session-cookie.ts";
import { type Visit, visitOf } from "../visit.ts";

/** POST /v1/sign-in: mails a link to whoever may sign in; the answer is the same for everybody. */
export async function takeSignInJson(event: HttpEvent): Promise<HttpResponse> {
  const body = readAs(SignInRequest, event);
  if (!body.ok) return body.response;
  const email = readAddress(body.value.email);
  if (!email) return problem("invalid-input", { errors: [{ pointer: "/email", detail: "not an email address" }] });
  await requestSignIn(email, now());
  return json(202, { status: "link-sent" });
}

/** GET /sign-in: asks for the address, or, behind the mail's link, shows one button; opening a link signs nobody in. */
export async function showSignIn(event: HttpEvent): Promise<HttpResponse> {
  const token = event.queryStringParameters?.t;
  const visit = await visitOf(event, token ? `/sign-in?t=${encodeURIComponent(token)}` : "/sign-in");
  return page(200, token ? { state: "ask", token } : { state: "form" }, visit);
}

/** POST /sign-in: the form asks for a link; the button behind a link uses it. */
export async function takeSignIn(event: HttpEvent): Promise<HttpResponse> {
  const form = readForm(event);
  const visit = await visitOf(event, "/sign-in", form.ok ? { asked: form.fields.locale } : {});
  if (!form.ok) return page(statusFor(form.reason), { state: "form" }, visit);
  // Another site must not be able to sign a visitor in as somebody else.
  if (cameFrom(event, setting("BASE_URL")) === "elsewhere") return page(403, { state: "form" }, visit);
  return form.fields.t === undefined ? askForLink(form.fields, visit) : openWith(form.fields.t, visit);
}

async function askForLink(fields: Fields, visit: Visit): Promise<HttpResponse> {
  const typed = fields.email ?? "";
  const email = readAddress(typed);
  if (!email) return page(422, { state: "form", email: typed, error: typed ? "invalid" : "missing" }, visit);
  await requestSignIn(email, now());
  return page(202, { state: "sent", email, validMinutes: SIGN_IN_MINUTES }, visit);
}

async function openWith(token: string, visit: Visit): Promise<HttpResponse> {
  const opened = await openSession(token, now());
  if (!opened.ok) return page(statusFor(opened.reason), { state: "expired" }, visit);
  const cookies = [sessionCookie(opened.secret, SESSION_DAYS * 86_400)];
  return redirect(opened.session.role ? "/console" : "/me", { cookies });
}

/** POST /sign-out: ends the session here and in the table. */
export async function takeSignOut(event: HttpEvent): Promise<HttpResponse> {
  if (cameFrom(event, setting("BASE_URL")) === "elsewhere") return problem("foreign-origin");
  await endSession(sessionOf(event));
  return redirect("/sign-in", { cookies: [endedSessionCookie()] });
}

function page(status: number, model: SignInModel, { frame }: Visit): HttpResponse {
  return html(status, signInPage(model, frame));
}
