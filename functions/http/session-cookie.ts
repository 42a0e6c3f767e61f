import type { HttpEvent } from "../platform/http-handler.ts";
import { cookieOf, setCookie } from "./cookies.ts";

const NAME = "__Host-session";

/** The secret of the signed-in person, as the browser sent it. */
export function sessionOf(event: Pick<HttpEvent, "cookies">): string | undefined {
  return cookieOf(event, NAME) || undefined;
}

/** Keeps the secret in the browser, out of reach of scripts and of other sites' forms. */
export function sessionCookie(secret: string, maxAgeSeconds: number): string {
  return setCookie({ name: NAME, value: secret, maxAgeSeconds });
}

/** Takes the secret out of the browser. */
export function endedSessionCookie(): string {
  return setCookie({ name: NAME, value: "", maxAgeSeconds: 0 });
}
