import type { HttpResponse } from "../../platform/http-handler.ts";
import { type ProblemExtras, problem, type RefusalReason } from "../problem.ts";

/** A problem document with further members, as RFC 9457 allows: what the person needs to go on from here. */
export function problemWith(reason: RefusalReason, members: object, extras: ProblemExtras = {}): HttpResponse {
  const response = problem(reason, extras);
  return { ...response, body: JSON.stringify({ ...JSON.parse(response.body ?? "{}"), ...members }) };
}
