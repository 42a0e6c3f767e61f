import type { HttpEvent } from "../platform/http-handler.ts";
import { bodyWithin, mediaTypeOf } from "./read-body.ts";

export interface JsonLimits {
  maxBytes: number;
  maxDepth: number;
}

export type JsonRead =
  | { ok: true; value: unknown }
  | { ok: false; reason: "body-too-large" | "unsupported-content-type" | "malformed-body" | "too-deep" };

const usual: JsonLimits = { maxBytes: 64 * 1024, maxDepth: 20 };

/** Reads a JSON body. Bytes and depth are capped before anything is parsed. */
export function readJson(event: HttpEvent, limits: JsonLimits = usual): JsonRead {
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(mediaTypeOf(event))) return refused("unsupported-content-type");
  const bytes = bodyWithin(event, limits.maxBytes);
  if (!bytes) return refused("body-too-large");
  const text = bytes.toString("utf8");
  if (depthOf(text) > limits.maxDepth) return refused("too-deep");
  return parsed(text);
}

function parsed(text: string): JsonRead {
  try {
    return { ok: true, value: JSON.parse(text, /__proto__|toString|valueOf|\\u/.test(text) ? wellFormed : undefined) };
  } catch {
    return refused("malformed-body");
  }
}

// A key named __proto__ is harmless here, but not to the first code that copies it by assignment; and what has a
// toString or valueOf that is no function throws at the first comparison, which zod makes with any `length` it is sent.
const ENDS_HERE = new Set(["__proto__", "toString", "valueOf"]);

function wellFormed(key: string, value: unknown): unknown {
  // Half a character, which only an escape can spell, is no text that could be kept or mailed (RFC 8259 8.2).
  if (!key.isWellFormed() || (typeof value === "string" && !value.isWellFormed())) throw new Error("half a character");
  return ENDS_HERE.has(key) ? undefined : value;
}

// One pass that neither recurses nor goes back, so that no body can make it slow.
/** How deeply brackets nest; those inside strings do not count. The text need not be valid JSON. */
function depthOf(text: string): number {
  let deepest = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "[" || sign === "{") deepest = Math.max(deepest, ++depth);
    else if (sign === "]" || sign === "}") depth--;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function refused<R extends string>(reason: R): { ok: false; reason: R } {
  return { ok: false, reason };
}
