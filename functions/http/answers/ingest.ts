import { findKey } from "../../access/find-key.ts";
import { recordActivity, recordIdentity } from "../../activity/record-activity.ts";
import type { Recorded } from "../../activity/record-order.ts";
import { reportLanes } from "../../activity/rules/report-lanes.ts";
import { AnyReport, Batch, Identify, Track } from "../../activity/rules/reported-event.ts";
import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { problem, refusalFor } from "../problem.ts";
import { fieldProblems, readAs } from "../read-as.ts";
import { json } from "../respond.ts";

/** Segment's limits: 32 KB a call, 500 KB a batch. */
const CALL = { maxBytes: 32 * 1024, maxDepth: 20 };
const BATCH = { maxBytes: 500 * 1024, maxDepth: 22 };

/** How many people of one batch are reported at the same time. */
const AT_ONCE = 10;

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
  for (const [index, told] of (await tellAll(body.value.batch)).entries()) {
    if (!told.ok) refused.push({ index, code: told.reason, detail: adviceFor(told.reason), errors: told.errors });
  }
  return json(200, { success: refused.length === 0, accepted: body.value.batch.length - refused.length, refused });
}

/** Several people at a time, or five hundred reports would take longer than a function may; each one's in order. */
async function tellAll(batch: readonly unknown[]): Promise<Told[]> {
  const told: Told[] = [];
  const waiting = reportLanes(batch);
  const work = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      for (const index of lane) told[index] = await tellOne(batch[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return told;
}

async function tellOne(said: unknown): Promise<Told> {
  // The same limit as for a call of its own: a larger report would not fit the table.
  if (Buffer.byteLength(JSON.stringify(said)) > CALL.maxBytes) return { ok: false, reason: "body-too-large" };
  return isIdentify(said) ? tellIdentity(said) : tellActivity(said);
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
  "body-too-large": "One report may have 32 KB; send less with it.",
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
