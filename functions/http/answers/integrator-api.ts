import { findKey } from "../../access/find-key.ts";
import { lookUpAddress, lookUpContact } from "../../contacts/look-up-contact.ts";
import type { Contact } from "../../contacts/rules/contact.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { adjustPoints } from "../../points/adjust-points.ts";
import { readBalance } from "../../points/read-balance.ts";
import { readLedger } from "../../points/read-ledger.ts";
import { readDecisions, readTimeline } from "../../timeline/read-timeline.ts";
import type { Answer } from "../by-route.ts";
import { isPlace } from "../is-place.ts";
import { pageOf } from "../page-of.ts";
import { problem, type RefusalReason, refusalFor } from "../problem.ts";
import { readAs } from "../read-as.ts";
import { json } from "../respond.ts";
import { Adjustment } from "../routes/integrator.ts";

const CONTACT_ID = /^con_[0-9a-z]{10,40}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Lets only integrators with a valid key through. */
export function withKey(answer: Answer): (event: HttpEvent) => Promise<HttpResponse> {
  return async (event) => ((await findKey(event.headers.authorization)) ? answer(event) : problem("invalid-key"));
}

/** GET /v1/contacts?email=. */
export async function findByEmail(event: HttpEvent): Promise<HttpResponse> {
  const email = event.queryStringParameters?.email;
  if (!email) return problem("invalid-input", { errors: [{ pointer: "/email", detail: "name the address: ?email=" }] });
  const contact = await lookUpAddress(email);
  return contact ? json(200, contactView(contact)) : problem("not-found");
}

/** GET /v1/contacts/{id}. */
export async function showContact(event: HttpEvent): Promise<HttpResponse> {
  return ofContact(event, async (contact) => contactView(contact));
}

/** GET /v1/contacts/{id}/timeline. */
export async function showTimeline(event: HttpEvent): Promise<HttpResponse> {
  return paged(event, (id, limit, before) => readTimeline(id, limit, before));
}

/** GET /v1/contacts/{id}/decisions: why somebody did, or did not, get a mail. */
export async function showDecisions(event: HttpEvent): Promise<HttpResponse> {
  return paged(event, (id, limit, before) => readDecisions(id, limit, before));
}

/** GET /v1/members/{id}/balance. */
export async function showBalance(event: HttpEvent): Promise<HttpResponse> {
  return ofContact(event, ({ id }) => readBalance(id));
}

/** GET /v1/members/{id}/ledger. */
export async function showLedger(event: HttpEvent): Promise<HttpResponse> {
  const { limit, next } = pageOf(event);
  if (next && !isPlace(next, "ent_")) return problem("invalid-cursor");
  return ofContact(event, ({ id }) => readLedger(id, limit, next));
}

/** POST /v1/points/adjustments: gives or takes points for a stated reason, once for each Idempotency-Key. */
export async function takeAdjustment(event: HttpEvent): Promise<HttpResponse> {
  const key = event.headers["idempotency-key"];
  if (!key || key.length > 200)
    return problem("invalid-input", { detail: "Send an Idempotency-Key header of up to 200 characters." });
  const body = readAs(Adjustment, event);
  if (!body.ok) return body.response;
  if (!(await lookUpContact(body.value.contactId))) return problem("not-found");
  const done = await adjustPoints({ ...body.value, requestId: key, person: "integrator" }, now());
  return done.ok ? json(201, done) : problem(refusalOf(done.reason));
}

/** The words of the points for what the API calls by other names. */
function refusalOf(reason: string): RefusalReason {
  if (reason === "bad-points") return "bad-amount";
  return reason === "conflict" ? "idempotency-conflict" : refusalFor(reason);
}

async function ofContact(event: HttpEvent, view: (contact: Contact) => Promise<unknown>): Promise<HttpResponse> {
  const id = event.pathParameters?.id ?? "";
  const contact = CONTACT_ID.test(id) ? await lookUpContact(id) : undefined;
  return contact ? json(200, await view(contact)) : problem("not-found");
}

async function paged(
  event: HttpEvent,
  read: (id: string, limit: number, before: string | undefined) => Promise<unknown>,
): Promise<HttpResponse> {
  const { limit, next } = pageOf(event);
  if (next && !INSTANT.test(next)) return problem("invalid-cursor");
  return ofContact(event, ({ id }) => read(id, limit, next));
}

/** A contact as integrators see it. */
function contactView(contact: Contact & { pk?: string; sk?: string; listKey?: string; listAt?: string }) {
  const { pk, sk, listKey, listAt, ...shown } = contact;
  return shown;
}
