import { changeContact } from "../../contacts/change-contact.ts";
import { lookUpContact } from "../../contacts/look-up-contact.ts";
import { resumeMail } from "../../contacts/resume-mail.ts";
import type { Contact } from "../../contacts/rules/contact.ts";
import { stopMail } from "../../contacts/stop-mail.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { tokenKeys } from "../../platform/token-keys.ts";
import { checkToken } from "../../platform/tokens.ts";
import { localeOf } from "../locale-from.ts";
import { preferencesPage } from "../pages/preferences.ts";
import { statusFor } from "../problem.ts";
import { readQuery } from "../read-fields.ts";
import { readForm } from "../read-form.ts";
import { html } from "../respond.ts";
import { visitOf } from "../visit.ts";

/** GET /preferences: what stands now; opening it changes nothing. */
export async function showPreferences(event: HttpEvent): Promise<HttpResponse> {
  const { token, contact } = await holderOf(event);
  return contact ? page(event, token, contact, false) : invalid(event, 400);
}

/** POST /preferences: letters or none, and the language. */
export async function takePreferences(event: HttpEvent): Promise<HttpResponse> {
  const { token, contact } = await holderOf(event);
  if (!contact) return invalid(event, 400);
  const form = readForm(event);
  if (!form.ok) return invalid(event, statusFor(form.reason));
  const { letters, locale } = form.fields;
  if (letters === "off") await stopMail(contact.id, "preferences", now());
  if (letters === "on") await resumeMail(contact.id, now());
  await changeContact(contact.id, { locale: localeOf(locale) });
  return page(event, token, (await lookUpContact(contact.id)) ?? contact, true);
}

async function holderOf(event: HttpEvent): Promise<{ token: string; contact: Contact | undefined }> {
  const query = readQuery(event.rawQueryString);
  const token = query.ok ? (query.fields.t ?? "") : "";
  const checked = checkToken(token, "preferences", await tokenKeys(), now());
  return { token, contact: checked.ok ? await lookUpContact(checked.subject) : undefined };
}

async function page(event: HttpEvent, token: string, contact: Contact, saved: boolean): Promise<HttpResponse> {
  const { frame } = await visitOf(event, `/preferences?t=${encodeURIComponent(token)}`, { locale: contact.locale });
  const letters = contact.consent.marketing && !contact.stoppedAt;
  return html(200, preferencesPage({ state: "choose", token, letters, locale: contact.locale, saved }, frame));
}

async function invalid(event: HttpEvent, status: number): Promise<HttpResponse> {
  const { frame } = await visitOf(event, "/preferences");
  return html(status, preferencesPage({ state: "invalid" }, frame));
}
