import type { HttpEvent } from "../platform/http-handler.ts";
import { cookieOf, setCookie } from "./cookies.ts";

const NAME = "__Host-ref";

/** What a referral code in a link, a form or a cookie looks like, whether or not anybody has it. */
export const REFERRAL_CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** Days for which the browser remembers through whose link it came. */
export const ATTRIBUTION_DAYS = 30;

/** The code of the advocate through whose link this browser came, if it still looks like one. */
export function attributionOf(event: Pick<HttpEvent, "cookies">): string | undefined {
  const code = cookieOf(event, NAME);
  return code && REFERRAL_CODE.test(code) ? code : undefined;
}

/** Remembers through whose link a browser came; it holds the code and nothing about the person. */
export function attributionCookie(code: string, days: number): string {
  if (!REFERRAL_CODE.test(code)) throw new Error("A referral code is of 1 to 64 letters, digits, - and _");
  return setCookie({ name: NAME, value: code, maxAgeSeconds: days * 86_400 });
}
