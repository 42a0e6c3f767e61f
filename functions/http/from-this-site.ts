import type { HttpEvent } from "../platform/http-handler.ts";

// Browsers send Origin with every POST; a client without a browser sends none and holds no cookie to misuse either.
/** Whether a form came from our own pages. The one-click unsubscribe (RFC 8058) is the only POST that need not. */
export function fromThisSite(event: Pick<HttpEvent, "headers">, baseUrl: string): boolean {
  const { origin } = event.headers;
  return origin === undefined || origin === new URL(baseUrl).origin;
}
