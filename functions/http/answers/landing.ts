import { findOffer } from "../../offers/find-offer.ts";
import { type Instant, now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { findAdvocate } from "../../referrals/find-advocate.ts";
import { ATTRIBUTION_DAYS, attributionCookie, attributionOf } from "../attribution-cookie.ts";
import { codeIn, originOf } from "../origin-of.ts";
import { landingPage, type TrialForm } from "../pages/landing.ts";
import { landingOffer } from "../pages/landing-offer.ts";
import { messagePage } from "../pages/message.ts";
import { html } from "../respond.ts";
import { hereOf, type Visit, visitOf } from "../visit.ts";

const OFFER_NAME = /^[a-z0-9-]{1,60}$/;

/** Answers with the page of one offer, of the front page's offer when none is named. */
export async function showLanding(event: HttpEvent): Promise<HttpResponse> {
  const visit = await visitOf(event, hereOf(event));
  const origin = originOf(event.queryStringParameters ?? {});
  const code = codeIn(origin) ?? attributionOf(event);
  const name = event.pathParameters?.offer ?? visit.brand.defaultOffer;
  const page = await offerPage(visit, name, { ...origin, ...(code ? { ref: code } : {}) }, undefined, now());
  if (!page) return html(404, messagePage({ kind: "not-found" }, visit.frame));
  const linked = codeIn(origin);
  return html(200, page, linked ? { cookies: [attributionCookie(linked, ATTRIBUTION_DAYS)] } : {});
}

/** The page of an offer, with the form as it was typed when something in it was wrong. */
export async function offerPage(
  { frame }: Visit,
  name: string,
  origin: Record<string, string>,
  form: TrialForm | undefined,
  at: Instant,
): Promise<string | undefined> {
  if (!OFFER_NAME.test(name)) return undefined;
  const [found, advocate] = await Promise.all([findOffer(name, at), advocateOf(origin)]);
  if (!found) return undefined;
  const model = { ...landingOffer(found.offer, found.now, frame.locale), origin };
  return landingPage({ ...model, ...(advocate ? { advocate } : {}), ...(form ? { form } : {}) }, frame);
}

async function advocateOf(origin: Record<string, string>) {
  const code = codeIn(origin);
  // Only that a link was used is shown; a name appears once its owner agrees to it.
  return code && (await findAdvocate(code)) ? {} : undefined;
}
