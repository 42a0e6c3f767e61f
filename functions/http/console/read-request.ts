import type * as z from "zod/mini";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { problem } from "../problem.ts";
import { fieldProblems, readAs } from "../read-as.ts";
import { readQuery } from "../read-fields.ts";
import type { Route } from "../routes/route.ts";

type Parts = { params: unknown; query: unknown; body: unknown };
type Read<Value> = { ok: true; value: Value } | { ok: false; response: HttpResponse };

/** An email in two languages with its variables; nothing else the console sends is larger. */
const LIMITS = { maxBytes: 400 * 1024, maxDepth: 12 };

/** The parts of a request in the shape their route declares, or the answer that says what is wrong. */
export function readRequest(
  event: HttpEvent,
  route: Route,
  pathParams: Record<string, string>,
): { ok: true; parts: Parts } | { ok: false; response: HttpResponse } {
  // A wrong id is simply the address of nothing.
  const params = route.params?.safeParse(pathParams);
  if (params && !params.success) return { ok: false, response: problem("not-found") };
  const query = readQueryOf(event, route);
  if (!query.ok) return query;
  const body: Read<unknown> = route.body ? readAs(route.body, event, LIMITS) : { ok: true, value: null };
  if (!body.ok) return body;
  return { ok: true, parts: { params: params?.data ?? {}, query: query.value, body: body.value } };
}

function readQueryOf(event: HttpEvent, route: Route): Read<unknown> {
  const read = readQuery(event.rawQueryString ?? "");
  if (!read.ok) return { ok: false, response: problem(read.reason) };
  return route.query ? parsed(route.query, { ...read.fields }) : { ok: true, value: {} };
}

function parsed(schema: z.ZodMiniType, value: unknown): Read<unknown> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, response: problem("invalid-input", { errors: fieldProblems(result.error.issues) }) };
}
