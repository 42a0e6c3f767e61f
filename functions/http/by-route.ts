import type { HttpEvent, HttpResponse } from "../platform/http-handler.ts";
import { problem } from "./problem.ts";

/** Answers one request of a route. */
export type Answer = (event: HttpEvent) => Promise<HttpResponse> | HttpResponse;

/** Hands a request to the answer of its route; a route nobody answers is refused. */
export function byRoute(answers: Record<string, Answer>): (event: HttpEvent) => Promise<HttpResponse> {
  return async (event) => {
    const answer = Object.hasOwn(answers, event.routeKey) ? answers[event.routeKey] : undefined;
    return answer ? answer(event) : problem("not-found");
  };
}

/** The same by method and path as they came, for functions that answer everything below one path. */
export function byPath(answers: Record<string, Answer>): (event: HttpEvent) => Promise<HttpResponse> {
  const route = byRoute(answers);
  return (event) => route({ ...event, routeKey: `${event.requestContext.http.method} ${event.rawPath}` });
}
