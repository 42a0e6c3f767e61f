import type { HttpEvent } from "../platform/http-handler.ts";

/** Where a browser says that a request comes from; a client without a browser says nothing. */
export type Whence = "our-page" | "elsewhere" | "unsaid";

/**
 * Where a request comes from. Browsers state it themselves in Fetch Metadata, older ones name at least the origin, and no
 * page can forge either.
 *
 * What may be done from where: the console changes things from "our-page" only. What acts by a cookie (signing in and out,
 * a member's own page and API, the session behind a confirmation) is refused from "elsewhere"; who says nothing has no
 * browser, and so no cookie of somebody else. A sign-up may come from any site, and what carries its leave in its link
 * (confirming, stopping, choosing letters) from anywhere, as RFC 8058 asks of the stop.
 */
export function cameFrom({ headers }: Pick<HttpEvent, "headers">, baseUrl: string): Whence {
  const { origin, "sec-fetch-site": site } = headers;
  if (site !== undefined) return site === "same-origin" ? "our-page" : "elsewhere";
  if (origin === undefined) return "unsaid";
  return origin === new URL(baseUrl).origin ? "our-page" : "elsewhere";
}
