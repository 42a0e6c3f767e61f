import { noteStopReason } from "../../contacts/note-stop-reason.ts";
import { stopMail } from "../../contacts/stop-mail.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { tokenKeys } from "../../platform/token-keys.ts";
import { checkToken } from "../../platform/tokens.ts";
import { leavingReasonOf } from "../pages/leaving-reasons.ts";
import { type UnsubscribeModel, unsubscribePage } from "../pages/unsubscribe.ts";
import { statusFor } from "../problem.ts";
import { readQuery } from "../read-fields.ts";
import { readForm } from "../read-form.ts";
import { html } from "../respond.ts";
import { type Visit, visitOf } from "../visit.ts";

/** GET /unsubscribe: a page with one button. */
export async function showUnsubscribe(event: HttpEvent): Promise<HttpResponse> {
  const { token, contactId, visit } = await letterOf(event);
  return contactId ? page(200, { state: "ask", token }, visit) : page(400, { state: "invalid" }, visit);
}

/** POST /unsubscribe: stops at once. The same POST comes from mail programs without cookies or session (RFC 8058). */
export async function takeUnsubscribe(event: HttpEvent): Promise<HttpResponse> {
  const { token, contactId, visit } = await letterOf(event);
  if (!contactId) return page(400, { state: "invalid" }, visit);
  const form = readForm(event);
  if (!form.ok) return page(statusFor(form.reason), { state: "invalid" }, visit);
  const isOneClick = form.fields["List-Unsubscribe"] === "One-Click";
  // A mail program shows a button of its own, in words that we do not know.
  const shown = isOneClick ? {} : { locale: visit.frame.locale };
  const by = { method: isOneClick ? "one-click" : "unsubscribe-page", form: "/unsubscribe", ...shown } as const;
  // Whatever else is said, the letters stop: a reason told by who was not stopped yet stops them too.
  const done = await stopMail(contactId, by, now());
  if (!done.ok) return page(400, { state: "invalid" }, visit);
  const reason = leavingReasonOf(form.fields.reason);
  if (reason) {
    await noteStopReason(contactId, reason);
    return page(200, { state: "thanked" }, visit);
  }
  return page(200, { state: done.already ? "already" : "stopped", token }, visit);
}

async function letterOf(event: HttpEvent): Promise<{ token: string; contactId: string | undefined; visit: Visit }> {
  const query = readQuery(event.rawQueryString);
  const token = query.ok ? (query.fields.t ?? "") : "";
  const checked = checkToken(token, "unsubscribe", await tokenKeys(), now());
  const visit = await visitOf(event, `/unsubscribe?t=${encodeURIComponent(token)}`);
  return { token, contactId: checked.ok ? checked.subject : undefined, visit };
}

function page(status: number, model: UnsubscribeModel, { frame }: Visit): HttpResponse {
  return html(status, unsubscribePage(model, frame));
}
