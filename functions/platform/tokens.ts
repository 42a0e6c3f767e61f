import { createHmac, timingSafeEqual } from "node:crypto";
import { epochSeconds, type Instant } from "./clock.ts";

/** What a link may be used for; a token of one purpose is worthless for another. */
export type TokenPurpose = "confirm" | "sign-in" | "unsubscribe" | "preferences" | "follow-link";

/** One signing key; the newest signs, every kept one verifies. */
export interface TokenKey {
  id: string;
  secret: string;
}

/** What a token says: its subject (a contact or a request id) and when it stops being good, if ever. */
export interface TokenClaims {
  purpose: TokenPurpose;
  subject: string;
  expiresAt?: Instant;
}

export type TokenCheck = { ok: true; subject: string } | { ok: false; reason: "invalid-token" | "expired-token" };

/** Signs claims with the newest key; the same claims and key always give the same token, so a link can be sent again. */
export function signToken(claims: TokenClaims, keys: TokenKey[]): string {
  const key = keys.at(-1);
  if (!key) throw new Error("No token key exists yet; token-keys.ts makes the first one.");
  const expires = claims.expiresAt ? epochSeconds(claims.expiresAt) : 0;
  const body = Buffer.from(`${key.id}.${expires}.${claims.subject}`).toString("base64url");
  return `${body}.${mac(claims.purpose, body, key)}`;
}

/** Checks purpose, signature and age; every kind of forgery gets the same answer. */
export function checkToken(token: string, purpose: TokenPurpose, keys: TokenKey[], now: Instant): TokenCheck {
  const invalid = { ok: false, reason: "invalid-token" } as const;
  if (token.length > 1024) return invalid;
  const [body = "", signature = "", ...rest] = token.split(".");
  const [keyId, expires = "", subject = ""] = Buffer.from(body, "base64url").toString().split(".", 3);
  const key = keys.find((each) => each.id === keyId);
  if (!key || rest.length > 0 || !same(signature, mac(purpose, body, key))) return invalid;
  if (expires !== "0" && Number(expires) < epochSeconds(now)) return { ok: false, reason: "expired-token" };
  return { ok: true, subject };
}

function mac(purpose: TokenPurpose, body: string, key: TokenKey): string {
  // 128 bits are kept: forging one takes 2^127 tries, and links stay short enough for plain-text mail.
  return createHmac("sha256", key.secret).update(`${purpose}.${body}`).digest().subarray(0, 16).toString("base64url");
}

function same(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
