import type { HttpResponse } from "../platform/http-handler.ts";

/** What an answer may carry besides its body. */
export interface Extras {
  cookies?: string[];
  headers?: Record<string, string>;
}

// The CDN's header policy says the same; here it holds for whoever reaches the API directly.
const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // The addresses of these pages carry tokens: no other site may learn them. Our own still sees where a form came from.
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** A page. Nothing of ours is kept by a cache: every page is about one person or about this moment's stock. */
export function html(status: number, body: string, extras: Extras = {}): HttpResponse {
  return answer(status, body, pageHeaders, extras);
}

/** A value as JSON. */
export function json(status: number, value: unknown, extras: Extras = {}): HttpResponse {
  return answer(status, JSON.stringify(value), { "content-type": "application/json" }, extras);
}

/** "See other" (303): after a POST the browser GETs the next page, so that reloading repeats nothing. */
export function redirect(path: string, extras: Extras = {}): HttpResponse {
  // Only paths of our own: "//host" and "/\host" lead elsewhere in a browser, and so do control characters.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) throw new Error("A redirect leads to a path of this site only");
  return answer(303, "", { location: path }, extras);
}

/** "Found" (302): leads a reader on to an address kept here. What follows learns nothing of the link that led there. */
export function leadOn(address: string): HttpResponse {
  if (!/^(https?|mailto):/i.test(address)) throw new Error("A link leads to the web or to a mailbox only");
  return answer(302, "", { location: address, "referrer-policy": "no-referrer" }, {});
}

function answer(status: number, body: string, own: Record<string, string>, extras: Extras): HttpResponse {
  return {
    statusCode: status,
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff", ...own, ...extras.headers },
    body,
    ...(extras.cookies ? { cookies: extras.cookies } : {}),
  };
}
