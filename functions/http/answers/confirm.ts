import { openSessionAfterConfirmation } from "../../access/open-session.ts";
import { SESSION_DAYS } from "../../access/rules/staff.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { setting } from "../../platform/settings.ts";
import { tokenKeys } from "../../platform/token-keys.ts";
import { checkToken } from "../../platform/tokens.ts";
import { joinProgramme } from "../../referrals/join-programme.ts";
import { type Confirmation, confirmTrial } from "../../trials/confirm-trial.ts";
import { lookUpTrial } from "../../trials/look-up-trial.ts";
import { cameFrom } from "../came-from.ts";
import type { PageFrame } from "../page-frame.ts";
import { type ConfirmModel, confirmPage } from "../pages/confirm.ts";
import { messagePage } from "../pages/message.ts";
import { statusFor } from "../problem.ts";
import { readForm } from "../read-form.ts";
import { html } from "../respond.ts";
import { sessionCookie } from "../session-cookie.ts";
import { type Visit, visitOf } from "../visit.ts";

/** GET /confirm: a page with one button, which changes nothing: link scanners open every link of a mail. */
export async function showConfirm(event: HttpEvent): Promise<HttpResponse> {
  const token = event.queryStringParameters?.t ?? "";
  const checked = checkToken(token, "confirm", await tokenKeys(), now());
  const known = checked.ok ? await lookUpTrial(checked.subject) : undefined;
  const visit = await visitOf(event, `/confirm?t=${encodeURIComponent(token)}`, { locale: known?.locale });
  if (!checked.ok) return broken(checked.reason, visit);
  if (!known) return broken("invalid-token", visit);
  const offer = titled(known.offer, visit.frame);
  const { startUrl } = offer;
  if (known.trial) return page(200, { state: "already", offer, startUrl, trialEndsAt: known.trial.endsAt }, visit);
  return page(200, { state: "ask", token, offer }, visit);
}

/** POST /confirm: proves the mailbox and starts the trial. */
export async function takeConfirm(event: HttpEvent): Promise<HttpResponse> {
  const form = readForm(event);
  if (!form.ok) {
    const { frame } = await visitOf(event, "/");
    return html(statusFor(form.reason), messagePage({ kind: "bad-request" }, frame));
  }
  const { t: token = "", locale } = form.fields;
  const checked = checkToken(token, "confirm", await tokenKeys(), now());
  const visit = await visitOf(event, `/confirm?t=${encodeURIComponent(token)}`, { asked: locale });
  if (!checked.ok) return broken(checked.reason, visit);
  // Another site may make a visitor confirm, which harms nobody, but not sign the visitor in as somebody else.
  const mayOpenSession = cameFrom(event, setting("BASE_URL")) !== "elsewhere";
  return tell(await confirmTrial(checked.subject, now()), visit, mayOpenSession);
}

async function tell(done: Confirmation, visit: Visit, mayOpenSession: boolean): Promise<HttpResponse> {
  if (!done.ok && done.reason === "not-found") return broken("invalid-token", visit);
  if (!done.ok) return refused(done, visit);
  const offer = titled(done.offer, visit.frame);
  const { startUrl } = offer;
  const { endsAt: trialEndsAt } = done.trial;
  if (!done.first) return page(200, { state: "already", offer, startUrl, trialEndsAt }, visit);
  // The first confirmation proves the mailbox as well as a sign-in link would; a replay of it opens nothing.
  const session = mayOpenSession ? await openSessionAfterConfirmation(done.contact, now()) : undefined;
  const cookies = session?.ok ? [sessionCookie(session.secret, SESSION_DAYS * 86_400)] : [];
  // The reaction to the confirmation makes the member too; whoever comes second finds it made.
  const joined = await joinProgramme(done.contact.id, now());
  const referral = joined.ok ? { link: `${setting("BASE_URL")}/r/${joined.member.code}` } : undefined;
  return page(200, { state: "done", offer, trialEndsAt, startUrl, referral }, visit, cookies);
}

function refused(
  done: Confirmation & { ok: false; reason: "offer-full" | "offer-closed" },
  visit: Visit,
): HttpResponse {
  const offer = titled(done.offer, visit.frame);
  if (done.reason === "offer-closed") return page(410, { state: "closed", offer }, visit);
  return page(409, { state: "full", offer, opensAgainAt: done.opensAgainAt }, visit);
}

function broken(reason: "invalid-token" | "expired-token", visit: Visit): HttpResponse {
  const state = reason === "expired-token" ? "expired" : "invalid";
  return page(statusFor(reason), { state, offerPath: "/" }, visit);
}

function titled(
  offer: { title: Record<string, string>; lengthDays?: number | undefined; url: string },
  { locale }: PageFrame,
) {
  return { title: offer.title[locale] ?? "", lengthDays: offer.lengthDays ?? 14, startUrl: offer.url };
}

function page(status: number, model: ConfirmModel, { frame }: Visit, cookies: string[] = []): HttpResponse {
  return html(status, confirmPage(model, frame), { cookies });
}
