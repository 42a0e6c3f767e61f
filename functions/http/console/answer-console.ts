import { findSession, findStaffSession } from "../../access/find-session.ts";
import { mayDo, type Role, type Session } from "../../access/rules/staff.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { setting } from "../../platform/settings.ts";
import { cameFrom } from "../came-from.ts";
import { problem } from "../problem.ts";
import type { Route } from "../routes/route.ts";
import { sessionOf } from "../session-cookie.ts";
import type { ConsoleAnswer, ConsoleRequest } from "./console-answer.ts";
import { matchRoute } from "./match-route.ts";
import { readRequest } from "./read-request.ts";

type Admitted = { ok: true; staff: Session & { role: Role } } | { ok: false; response: HttpResponse };

/** The door of the console's API: route, origin, session, permission and shape, in this order, then one answer. */
export function answerConsole(table: readonly ConsoleAnswer[]): (event: HttpEvent) => Promise<HttpResponse> {
  return async (event) => {
    const { method } = event.requestContext.http;
    const matched = matchRoute(table, method, event.rawPath);
    if (!matched.ok) return problem(matched.reason);
    const { route, answer } = matched.entry;
    if (method !== "GET" && cameFrom(event, setting("BASE_URL")) !== "our-page") return problem("foreign-origin");
    const admitted = await admit(event, route);
    if (!admitted.ok) return admitted.response;
    const read = readRequest(event, route, matched.params);
    if (!read.ok) return read.response;
    const idempotencyKey = event.headers["idempotency-key"];
    return answer({ ...read.parts, staff: admitted.staff, idempotencyKey, at: now() } as ConsoleRequest);
  };
}

/** Lets in who is signed in, is staff today, and may do this; a route that names no permission lets nobody in. */
async function admit(event: HttpEvent, { permission }: Route): Promise<Admitted> {
  const secret = sessionOf(event);
  const staff = await findStaffSession(secret, now());
  if (staff && permission && mayDo(staff.role, permission)) return { ok: true, staff };
  // A member who is not staff is told so; to send them to the sign-in page again would be a circle.
  const known = staff ?? (await findSession(secret, now()));
  return { ok: false, response: problem(known ? "not-allowed" : "not-signed-in") };
}
