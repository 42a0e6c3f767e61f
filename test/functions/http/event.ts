import type { HttpEvent } from "../../../functions/platform/http-handler.ts";

/** A request as the gateway hands it over. */
export function httpEvent(parts: Partial<HttpEvent>): HttpEvent {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: "/",
    rawQueryString: "",
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: "test" } as HttpEvent["requestContext"],
    ...parts,
  };
}

/** A request with a body of a media type. */
export function posted(contentType: string, body: string): HttpEvent {
  return httpEvent({ headers: { "content-type": contentType }, body });
}
