import type { Role, Session } from "../../access/rules/staff.ts";
import type { Instant } from "../../platform/clock.ts";
import type { HttpResponse } from "../../platform/http-handler.ts";
import type { BodyOf, ParamsOf, QueryOf, Route } from "../routes/route.ts";

/** A request that has passed the door: who asks is known and may, and every part has its declared shape. */
export interface ConsoleRequest<Declared extends Route = Route> {
  staff: Session & { role: Role };
  params: ParamsOf<Declared>;
  query: QueryOf<Declared>;
  body: BodyOf<Declared>;
  /** The caller's own name for this act, by which a repeated request is known. */
  idempotencyKey: string | undefined;
  at: Instant;
}

/** A declared route and what answers it. */
export interface ConsoleAnswer {
  route: Route;
  answer: (request: ConsoleRequest) => Promise<HttpResponse>;
}

/** Joins a route to its answer; the answer gets exactly what the route declares. */
export function answers<const Declared extends Route>(
  route: Declared,
  answer: (request: ConsoleRequest<Declared>) => Promise<HttpResponse>,
): ConsoleAnswer {
  // The door parses with this very route's schemas, which is what makes the wider type true.
  return { route, answer: answer as unknown as ConsoleAnswer["answer"] };
}
