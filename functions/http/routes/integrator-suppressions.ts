import * as z from "zod/mini";
import { SUPPRESSION_REASONS } from "../../contacts/rules/suppression.ts";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

/** "bounce" and "complaint" are understood; other words are kept as the note of somebody's decision. */
export const SuppressionRequest = z.strictObject({
  email: z.string().check(z.maxLength(320)),
  reason: z.optional(z.string().check(z.maxLength(200))),
});
export const Suppression = z.strictObject({
  email: z.string(),
  reason: z.enum(SUPPRESSION_REASONS),
  at: Instant,
  note: z.nullable(z.string()),
});

export const findSuppression = route({
  id: "findSuppression",
  method: "GET",
  path: "/v1/suppressions",
  audience: "integrator",
  summary: "Whether and why an address must not be mailed; 404 is an address that may be",
  query: z.object({ email: z.string() }),
  answers: { 200: Suppression },
});

export const takeSuppression = route({
  id: "takeSuppression",
  method: "POST",
  path: "/v1/suppressions",
  audience: "integrator",
  summary: "Suppress an address, once for each Idempotency-Key; one that is suppressed already stays as it is",
  headers: z.object({ "idempotency-key": z.string().check(z.maxLength(200)) }),
  body: SuppressionRequest,
  answers: { 201: Suppression },
});
