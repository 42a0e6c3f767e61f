import { randomUUID } from "node:crypto";
import { changeContact } from "../../contacts/change-contact.ts";
import type { Locale } from "../../contacts/rules/contact.ts";
import { readPortal } from "../../members/read-portal.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent } from "../../platform/http-handler.ts";
import { setting } from "../../platform/settings.ts";
import { cameFrom } from "../came-from.ts";
import { isPlace } from "../is-place.ts";
import { localeOf } from "../locale-from.ts";
import { messagePage } from "../pages/message.ts";
import { portalPage } from "../pages/portal.ts";
import { portalModel } from "../portal-model.ts";
import { readForm } from "../read-form.ts";
import { html, redirect } from "../respond.ts";
import { visitOf } from "../visit.ts";
import { forMember, type SignedInMember } from "./member.ts";
import { lookerOf } from "./reward-api.ts";

const signInFirst = () => redirect("/sign-in");

/** GET /me: the advocate's portal. */
export const showPortal = forMember(async (event, { member }) => {
  const { frame } = await visitFor(event, member);
  const { next } = event.queryStringParameters ?? {};
  // Who comes with a place that is none of ours sees the beginning.
  const details = await readPortal(lookerOf(member), now(), next && isPlace(next, "ent_") ? next : undefined);
  const reader = { locale: frame.locale, baseUrl: setting("BASE_URL"), now: now(), wish: randomUUID() };
  const model = portalModel(member, details, reader);
  const saved = event.queryStringParameters?.saved === "language" ? { notice: "language-saved" as const } : {};
  return html(200, portalPage({ ...model, ...saved, ...rewardNotice(event) }, frame));
}, signInFirst);

const NOTICES = ["had", "refused", "cancelled"] as const;

function rewardNotice(event: HttpEvent) {
  const notice = NOTICES.find((each) => each === event.queryStringParameters?.reward);
  return notice ? { rewardNotice: notice } : {};
}

/** POST /me/language. */
export const takeLanguage = forMember(async (event, { member }) => {
  const form = readForm(event);
  const locale = form.ok ? localeOf(form.fields.locale) : undefined;
  if (!locale || cameFrom(event, setting("BASE_URL")) === "elsewhere") {
    const { frame } = await visitFor(event, member);
    return html(
      locale ? 403 : 400,
      messagePage({ kind: locale ? "not-allowed" : "bad-request", againPath: "/me" }, frame),
    );
  }
  await changeContact(member.contact.id, { locale: locale as Locale });
  return redirect("/me?saved=language");
}, signInFirst);

function visitFor(event: HttpEvent, member: SignedInMember["member"]) {
  return visitOf(event, "/me", { locale: member.contact.locale, zone: member.zone });
}
