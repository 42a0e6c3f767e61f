import { findSuppressed } from "../../contacts/list-suppressed.ts";
import { readAddress } from "../../contacts/rules/read-address.ts";
import type { Suppression } from "../../contacts/rules/suppression.ts";
import { takeSuppression } from "../../contacts/take-suppression.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { problem } from "../problem.ts";
import { readAs } from "../read-as.ts";
import { json } from "../respond.ts";
import { SuppressionRequest } from "../routes/integrator-suppressions.ts";

/** GET /v1/suppressions?email=: whether and why an address must not be mailed. */
export async function showSuppression(event: HttpEvent): Promise<HttpResponse> {
  const email = event.queryStringParameters?.email;
  if (!email) return problem("invalid-input", { errors: [{ pointer: "/email", detail: "name the address: ?email=" }] });
  const found = await findSuppressed(email);
  return found ? json(200, view(found.email, found)) : problem("not-found");
}

/** POST /v1/suppressions: suppresses an address, once for each Idempotency-Key. */
export async function takeSuppressionAsked(event: HttpEvent): Promise<HttpResponse> {
  const requestId = event.headers["idempotency-key"];
  if (!requestId || requestId.length > 200)
    return problem("invalid-input", { detail: "Send an Idempotency-Key header of up to 200 characters." });
  const body = readAs(SuppressionRequest, event);
  if (!body.ok) return body.response;
  const email = readAddress(body.value.email);
  if (!email) return problem("address-invalid");
  const taken = await takeSuppression({ email, said: body.value.reason ?? "", requestId }, now());
  return taken.ok ? json(201, view(email, taken.suppression)) : problem(taken.reason);
}

function view(email: string, { reason, at, note }: Suppression) {
  return { email, reason, at, note: note ?? null };
}
