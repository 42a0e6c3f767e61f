import { choosePreferences } from "../../contacts/choose-preferences.ts";
import { lookUpContact } from "../../contacts/look-up-contact.ts";
import { noteStopReason } from "../../contacts/note-stop-reason.ts";
import { resumeMail } from "../../contacts/resume-mail.ts";
import type { Contact } from "../../contacts/rules/contact.ts";
import { EVERY_LETTER } from "../../contacts/rules/preferences.ts";
import { zoneOr } from "../../contacts/rules/zone-or.ts";
import { stopMail } from "../../contacts/stop-mail.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { tokenKeys } from "../../platform/token-keys.ts";
import { checkToken } from "../../platform/tokens.ts";
import { resumeWords } from "../pages/consent-words.ts";
import { leavingReasonOf } from "../pages/leaving-reasons.ts";
import { type PreferencesModel, preferencesPage } from "../pages/preferences.ts";
import { preferencesIn } from "../preferences-in.ts";
import { statusFor } from "../problem.ts";
import { type Fields, readQuery } from "../read-fields.ts";
import { readForm } from "../read-form.ts";
import { html } from "../respond.ts";
import { type Visit, visitOf } from "../visit.ts";

/** GET /preferences: what stands now; opening it changes nothing. */
export async function showPreferences(event: HttpEvent): Promise<HttpResponse> {
  const holder = await holderOf(event);
  return holder ? page(event, holder, standing) : invalid(event, 400);
}

/** POST /preferences: what to write about and how often, a break, the language, nothing at all, or letters again. */
export async function takePreferences(event: HttpEvent): Promise<HttpResponse> {
  const holder = await holderOf(event);
  if (!holder) return invalid(event, 400);
  const form = readForm(event);
  if (!form.ok) return invalid(event, statusFor(form.reason));
  const act = Object.hasOwn(ACTS, form.fields.act ?? "") ? ACTS[form.fields.act ?? ""] : undefined;
  if (!act) return invalid(event, 400);
  const visit = await visitOf(event, "/preferences", { locale: holder.contact.locale });
  const outcome = await act(holder.contact, form.fields, visit);
  const contact = (await lookUpContact(holder.contact.id)) ?? holder.contact;
  return page(event, { ...holder, contact }, outcome);
}

interface Holder {
  token: string;
  contact: Contact;
}

/** What the page says of what was done. */
type Told = (contact: Contact) => "choose" | "saved" | "resumed" | "silent" | "stopped" | "thanked";
type Act = (contact: Contact, fields: Fields, visit: Visit) => Promise<Told>;

const FORM = "/preferences";

const standing: Told = (contact) => (isSilent(contact) ? "silent" : "choose");
const isSilent = ({ consent, stoppedAt }: Contact) => !consent.marketing || stoppedAt !== undefined;

const ACTS: Record<string, Act> = {
  async save({ id }, fields, { brand, frame: { locale } }) {
    await choosePreferences(id, preferencesIn(fields, brand.topics ?? []), { form: FORM, locale }, now());
    return (contact) => (isSilent(contact) ? "silent" : "saved");
  },
  async stop({ id }, _fields, { frame: { locale } }) {
    await stopMail(id, { method: "preferences", form: FORM, locale }, now());
    return () => "stopped";
  },
  async reason({ id, stoppedAt }, { reason }) {
    const known = leavingReasonOf(reason);
    if (known && stoppedAt) await noteStopReason(id, known);
    return known && stoppedAt ? () => "thanked" : standing;
  },
  async resume({ id }, _fields, { frame: { locale } }) {
    const done = await resumeMail(id, { form: FORM, locale, ...resumeWords(locale) }, now());
    return done.ok ? () => "resumed" : standing;
  },
};

async function holderOf(event: HttpEvent): Promise<Holder | undefined> {
  const query = readQuery(event.rawQueryString);
  const token = query.ok ? (query.fields.t ?? "") : "";
  const checked = checkToken(token, "preferences", await tokenKeys(), now());
  const contact = checked.ok ? await lookUpContact(checked.subject) : undefined;
  return contact && { token, contact };
}

async function page(event: HttpEvent, { token, contact }: Holder, told: Told): Promise<HttpResponse> {
  const here = `/preferences?t=${encodeURIComponent(token)}`;
  const { locale, timezone } = contact;
  const visit = await visitOf(event, here, { locale });
  const frame = { ...visit.frame, zone: zoneOr(timezone, visit.brand.zone) };
  return html(200, preferencesPage(modelOf(token, contact, told(contact), visit), frame));
}

function modelOf(token: string, contact: Contact, told: ReturnType<Told>, { brand }: Visit): PreferencesModel {
  if (told === "thanked") return { state: "thanked", token };
  if (told === "silent" || told === "stopped") return { state: "silent", token, asked: told === "stopped" };
  const { preferences = EVERY_LETTER, locale } = contact;
  const { pausedUntil, ...chosen } = preferences;
  const open = pausedUntil && pausedUntil > now() ? { ...chosen, pausedUntil } : chosen;
  const done = told === "choose" ? {} : { done: told };
  return { state: "choose", token, topics: brand.topics ?? [], preferences: open, locale, ...done };
}

async function invalid(event: HttpEvent, status: number): Promise<HttpResponse> {
  const { frame } = await visitOf(event, "/preferences");
  return html(status, preferencesPage({ state: "invalid" }, frame));
}
