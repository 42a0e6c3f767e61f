import { REFERRAL_CODE } from "./attribution-cookie.ts";

/** The tags of a visit's origin that a form carries on. */
const ORIGIN_FIELDS = ["ref", "via", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const;
const LONGEST = 100;

/** What a link told of where the visitor comes from; other fields and overlong ones are left behind. */
export function originOf(fields: Record<string, string | undefined>): Record<string, string> {
  const origin: Record<string, string> = {};
  for (const name of ORIGIN_FIELDS) {
    const value = fields[name];
    if (value && value.length <= LONGEST) origin[name] = value;
  }
  return origin;
}

/** The referral code among the tags: `ref` before `via`. */
export function codeIn(origin: Record<string, string>): string | undefined {
  const code = origin.ref ?? origin.via;
  return code && REFERRAL_CODE.test(code) ? code : undefined;
}
