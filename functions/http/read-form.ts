import type { HttpEvent } from "../platform/http-handler.ts";
import { multipartFields } from "./multipart-fields.ts";
import { bodyWithin, mediaTypeOf } from "./read-body.ts";
import { type FieldsRead, readFields } from "./read-fields.ts";

export type FormRead =
  | FieldsRead
  | { ok: false; reason: "body-too-large" | "unsupported-content-type" | "malformed-body" };

const MAX_BYTES = 16 * 1024;

/** Reads a form, urlencoded or multipart: mail providers may send the one-click request either way (RFC 8058). */
export function readForm(event: HttpEvent, maxBytes = MAX_BYTES): FormRead {
  const bytes = bodyWithin(event, maxBytes);
  if (!bytes) return { ok: false, reason: "body-too-large" };
  const text = bytes.toString("utf8");
  const mediaType = mediaTypeOf(event);
  // A POST without any body is a form without fields, whatever it calls itself.
  if (text === "" || mediaType === "application/x-www-form-urlencoded") return readFields(new URLSearchParams(text));
  if (mediaType !== "multipart/form-data") return { ok: false, reason: "unsupported-content-type" };
  const fields = multipartFields(text, event.headers["content-type"] ?? "");
  return fields ? readFields(fields) : { ok: false, reason: "malformed-body" };
}
