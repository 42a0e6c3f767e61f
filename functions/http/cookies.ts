import type { HttpEvent } from "../platform/http-handler.ts";

/** What a cookie of ours is made of; everything else about it is fixed here. */
export interface CookieParts {
  name: `__Host-${string}`;
  value: string;
  maxAgeSeconds: number;
}

/** One cookie of the request; a name sent twice is no cookie, because nobody can say which one is ours. */
export function cookieOf(event: Pick<HttpEvent, "cookies">, name: string): string | undefined {
  const found = (event.cookies ?? []).map(pair).filter((cookie) => cookie.name === name);
  return found.length === 1 ? found[0]?.value : undefined;
}

/** A Set-Cookie value. The `__Host-` prefix binds it to this host: Secure, the whole path, no domain (RFC 6265bis). */
export function setCookie({ name, value, maxAgeSeconds }: CookieParts): string {
  if (!/^[\w.~-]*$/.test(value)) throw new Error(`The value of cookie ${name} must be of letters, digits and -._~`);
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=Lax`;
}

function pair(text: string): { name: string; value: string } {
  const at = text.indexOf("=");
  return { name: text.slice(0, Math.max(at, 0)).trim(), value: text.slice(at + 1).trim() };
}
