import type { HttpEvent } from "../platform/http-handler.ts";

/** The body of a request as bytes, or nothing if it is larger than the route takes. */
export function bodyWithin(event: Pick<HttpEvent, "body" | "isBase64Encoded">, maxBytes: number): Buffer | undefined {
  const text = event.body ?? "";
  // Four base64 characters hold three bytes: too long a text is refused before it is decoded.
  if (event.isBase64Encoded ? (text.length / 4) * 3 > maxBytes + 2 : text.length > maxBytes) return undefined;
  const bytes = Buffer.from(text, event.isBase64Encoded ? "base64" : "utf8");
  return bytes.length > maxBytes ? undefined : bytes;
}

/** The media type of a request without its parameters, in lower case. */
export function mediaTypeOf(event: Pick<HttpEvent, "headers">): string {
  return (event.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
