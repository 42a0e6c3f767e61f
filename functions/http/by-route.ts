import type { HttpEvent, HttpResponse } from "../platform/http-handler.ts";
import { problem } from "./problem.ts";

/** Answers one request of a route. */
export type Answer = (event: HttpEvent) => Promise<HttpResponse> | HttpResponse;

/** Hands a request to the answer of its route; a route nobody answers is refused. */
export function byRoute(answers: Record<string, Answer>): (event: HttpEvent) => Promise<HttpResponse> {
  return async (event) => {
    // HEAD is GET without the body (RFC 9110 9.3.2); link checkers send it.
    const key = event.routeKey.replace(/^HEAD /, "GET ");
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    return answer ? answer(event) : problem("not-found");
  };
}

/** The same by method and path as they came, for functions that answer everything below one path. */
export function byPath(answers: Record<string, Answer>): (event: HttpEvent) => Promise<HttpResponse> {
  const route = byRoute(answers);
  return (event) => route({ ...event, routeKey: `${event.requestContext.http.method} ${event.rawPath}` });
}
