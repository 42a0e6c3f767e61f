import { createHash, randomBytes } from "node:crypto";
import type { Instant } from "./clock.ts";

/** The kinds of thing that carry an id; the prefix tells a reader what an id names. */
export type IdPrefix = "con" | "msg" | "evt" | "ent" | "lot" | "dec" | "rcp" | "enr" | "key" | "aud" | "red";

/** Crockford's alphabet: no I, L, O, U, so that an id can be read over the telephone. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id that sorts by the instant it was made. */
export function newId(prefix: IdPrefix, at: Instant): string {
  return `${prefix}_${timePart(at)}${base32(randomBytes(10))}`;
}

/** The same id for the same cause, so that doing a thing twice writes one row. */
export function derivedId(prefix: IdPrefix, ...cause: string[]): string {
  return `${prefix}_${base32(digest(cause).subarray(0, 16))}`;
}

/** An id that is the same for the same cause and sorts by the cause's instant. */
export function derivedIdAt(prefix: IdPrefix, at: Instant, ...cause: string[]): string {
  return `${prefix}_${timePart(at)}${base32(digest(cause).subarray(0, 10))}`;
}

/** A secret of 160 random bits for sessions and keys, in the id alphabet. */
export function newSecret(): string {
  return base32(randomBytes(20));
}

/** The form in which a secret is kept: its SHA-256, so that a reader of the table cannot use it. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function digest(parts: string[]): Buffer {
  // Lengths keep ["ab","c"] and ["a","bc"] apart.
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part};`);
  return hash.digest();
}

function timePart(at: Instant): string {
  let rest = Date.parse(at);
  let text = "";
  for (let place = 0; place < 10; place++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = "";
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}
