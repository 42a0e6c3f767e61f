import type { HttpEvent } from "../../platform/http-handler.ts";

/**
 * Whether a change comes from the console's own page. Browsers state it themselves (Fetch Metadata); older ones name
 * at least the origin. A request that says neither is refused: the cookie alone must never be enough to change things.
 */
export function isSameOrigin({ headers }: Pick<HttpEvent, "headers">, baseUrl: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.origin !== undefined && headers.origin === new URL(baseUrl).origin;
}
