import { findKey } from "../../access/find-key.ts";
import { recordActivity, recordIdentity } from "../../activity/record-activity.ts";
import type { Recorded } from "../../activity/record-order.ts";
import { AnyReport, Batch, Identify, Track } from "../../activity/rules/reported-event.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { problem, refusalFor } from "../problem.ts";
import { fieldProblems, readAs } from "../read-as.ts";
import { json } from "../respond.ts";

/** Segment's limits: 32 KB a call, 500 KB a batch. */
const CALL = { maxBytes: 32 * 1024, maxDepth: 20 };
const BATCH = { maxBytes: 500 * 1024, maxDepth: 22 };

/** What became of one report: taken in, or refused with what to do about it. */
type Told = Recorded & { errors?: ReturnType<typeof fieldProblems> };

/** POST /v1/identify. */
export async function takeIdentify(event: HttpEvent): Promise<HttpResponse> {
  return single(event, tellIdentity);
}

/** POST /v1/track. */
export async function takeTrack(event: HttpEvent): Promise<HttpResponse> {
  return single(event, tellActivity);
}

/** POST /v1/batch: 200 once every accepted report is durable; the refused ones are named by their place. */
export async function takeBatch(event: HttpEvent): Promise<HttpResponse> {
  if (!(await findKey(event.headers.authorization))) return problem("invalid-key");
  const body = readAs(Batch, event, BATCH);
  if (!body.ok) return body.response;
  const refused: object[] = [];
  // In the order told: a refund follows its purchase.
  for (const [index, said] of body.value.batch.entries()) {
    const told = await (isIdentify(said) ? tellIdentity(said) : tellActivity(said));
    if (!told.ok) refused.push({ index, code: told.reason, detail: adviceFor(told.reason), errors: told.errors });
  }
  return json(200, { success: refused.length === 0, accepted: body.value.batch.length - refused.length, refused });
}

async function single(event: HttpEvent, tell: (said: unknown) => Promise<Told>): Promise<HttpResponse> {
  if (!(await findKey(event.headers.authorization))) return problem("invalid-key");
  const read = readAs(AnyReport, event, CALL);
  if (!read.ok) return read.response;
  const told = await tell(read.value);
  if (told.ok) return json(200, { success: true });
  return problem(refusalFor(told.reason), {
    detail: adviceFor(told.reason),
    ...(told.errors ? { errors: told.errors } : {}),
  });
}

async function tellIdentity(said: unknown): Promise<Told> {
  const parsed = Identify.safeParse(said);
  if (!parsed.success) return { ok: false, reason: "invalid-input", errors: fieldProblems(parsed.error.issues) };
  return recordIdentity(parsed.data, now());
}

async function tellActivity(said: unknown): Promise<Told> {
  const parsed = Track.safeParse(said);
  if (!parsed.success) return { ok: false, reason: "invalid-input", errors: fieldProblems(parsed.error.issues) };
  return recordActivity(parsed.data, now());
}

function isIdentify(said: unknown): boolean {
  return typeof said === "object" && said !== null && (said as { type?: unknown }).type === "identify";
}

/** What the sender can do about each refusal. */
const ADVICE: Record<string, string> = {
  "person-missing": "Say who it is about: userId, traits.email or context.traits.email.",
  "person-unknown": "Nobody has this userId yet; send traits.email with it once.",
  "address-invalid": "traits.email is no address that mail could reach.",
  "identity-conflict": "The userId and the email belong to two different people; correct one of them.",
  "properties-invalid": "The properties of this event are not of its form; see the API document.",
  "amount-invalid": "An amount is not one of this currency; send decimals such as 19.90 and an ISO 4217 code.",
  "order-differs": "This order_id was reported before with other facts; nothing was changed.",
  "order-unknown": "Report the order before its refund; then send the refund again.",
  "refund-exceeds-order": "More would be given back than was paid; nothing was changed.",
  "no-trial": "This person has no trial of that offer.",
};

function adviceFor(reason: string): string | undefined {
  return ADVICE[reason];
}
