import type * as z from "zod/mini";
import type { HttpEvent, HttpResponse } from "../platform/http-handler.ts";
import { type FieldIssue, fieldAdvice } from "./field-advice.ts";
import { type FieldProblem, problem } from "./problem.ts";
import { type JsonLimits, readJson } from "./read-json.ts";

/** A body of the expected shape, or the answer that says what is wrong with it. */
export type ReadAs<T> = { ok: true; value: T } | { ok: false; response: HttpResponse };

/** Reads a JSON body and checks it against a schema. */
export function readAs<S extends z.ZodMiniType>(schema: S, event: HttpEvent, limits?: JsonLimits): ReadAs<z.output<S>> {
  const read = readJson(event, limits);
  if (!read.ok) return { ok: false, response: problem(read.reason) };
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return { ok: true, value: parsed.data as z.output<S> };
  return { ok: false, response: problem("invalid-input", { errors: fieldProblems(parsed.error.issues) }) };
}

/** The longest place that is named; a body may have names of any length. */
const LONGEST_POINTER = 200;

/** What zod found, as JSON pointers and sentences; at most twenty. */
export function fieldProblems(issues: readonly FieldIssue[]): FieldProblem[] {
  return issues.slice(0, 20).map((issue) => ({ pointer: pointerTo(issue.path), detail: fieldAdvice(issue) }));
}

function pointerTo(path: PropertyKey[]): string {
  const parts = path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return parts.join("").slice(0, LONGEST_POINTER).toWellFormed();
}
