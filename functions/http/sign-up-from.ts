import * as z from "zod/mini";
import { readAddress } from "../contacts/rules/read-address.ts";
import type { Instant } from "../platform/clock.ts";
import type { HttpEvent } from "../platform/http-handler.ts";
import type { SignUp } from "../trials/rules/trial.ts";
import { attributionOf, REFERRAL_CODE } from "./attribution-cookie.ts";
import { localeFrom } from "./locale-from.ts";
import { networkOf } from "./network-of.ts";
import { codeIn } from "./origin-of.ts";
import { words } from "./words.ts";

const short = (length: number) => z.string().check(z.maxLength(length));

/** The body of POST /v1/trials. */
export const TrialRequest = z.strictObject({
  email: short(320),
  name: z.optional(short(100)),
  offer: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))),
  locale: z.optional(short(35)),
  timezone: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_+/-]{1,64}$/))),
  ref: z.optional(z.string().check(z.regex(REFERRAL_CODE))),
  consent: z.strictObject({ marketing: z.boolean() }),
});
export type TrialRequest = z.infer<typeof TrialRequest>;

/** A request for a trial as it is kept; undefined when no mail could reach the address. */
export function signUpFrom(
  asked: TrialRequest,
  event: HttpEvent,
  origin: Record<string, string>,
  at: Instant,
): SignUp | undefined {
  const email = readAddress(asked.email);
  if (!email) return undefined;
  const locale = localeFrom({ asked: asked.locale, acceptLanguage: event.headers["accept-language"] });
  const referralCode = asked.ref ?? codeIn(origin) ?? attributionOf(event);
  const name = asked.name?.trim();
  const network = networkOf(event);
  return {
    email,
    ...(name ? { name } : {}),
    ...(asked.offer ? { offer: asked.offer } : {}),
    locale,
    ...(asked.timezone ? { timezone: asked.timezone } : {}),
    marketing: asked.consent.marketing,
    consentText: `${locale}#${words(locale, "consent.version")}`,
    form: event.rawPath,
    ...(network ? { network } : {}),
    ...(referralCode ? { referralCode } : {}),
    touch: touchOf(event, origin, referralCode, at),
    requestedAt: at,
  };
}

function touchOf(
  event: HttpEvent,
  origin: Record<string, string>,
  referralCode: string | undefined,
  at: Instant,
): SignUp["touch"] {
  const told = {
    source: origin.utm_source,
    medium: origin.utm_medium,
    campaign: origin.utm_campaign,
    // The page that held the form; its query may name other people's tokens and is cut off.
    referrer: event.headers.referer?.split("?", 1)[0]?.slice(0, 200).toWellFormed(),
    referralCode,
  };
  return { at, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)) };
}
