import type * as z from "zod/mini";
import { readBrand } from "../brand/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { derivedId } from "../platform/ids.ts";
import { noteTrialUsed } from "../trials/note-trial-used.ts";
import { identifyContact } from "./identify-contact.ts";
import { type Recorded, recordOrder, type Told } from "./record-order.ts";
import { recordRefund } from "./record-refund.ts";
import { type ReadReport, readReport } from "./rules/read-report.ts";
import type { Identify, ProductReviewed, Track } from "./rules/reported-event.ts";
import { reportedOnceWrite } from "./store.ts";

/** Takes in who a person is. */
export async function recordIdentity(said: Identify, now: Instant): Promise<Recorded> {
  const found = await identifyContact(said, now);
  return found.ok ? { ok: true } : found;
}

/** Takes in what a person did; it is durable, or refused with a reason, when this returns. */
export async function recordActivity(said: Track, now: Instant): Promise<Recorded> {
  const read = readReport(said);
  if (!read.ok) return read;
  const told = { at: happenedAt(said, now), heardAt: now };
  const reportId = said.messageId ?? derivedId("evt", JSON.stringify(said));
  if (read.of === "refund") return recordRefund(read.refund, reportId, told);
  // Nobody becomes known by a trial that nobody has.
  const found = await identifyContact(said, now, read.of !== "trial-used");
  return found.ok ? recordOf(read, said, found.contact.id, reportId, told) : found;
}

/** A clock that runs ahead must not put events into our future. */
function happenedAt({ timestamp }: Track, now: Instant): Instant {
  const at = timestamp ? new Date(timestamp).toISOString() : now;
  return at > now ? now : at;
}

type Known = Exclude<ReadReport, { ok: false } | { of: "refund" }>;

async function recordOf(read: Known, said: Track, contactId: string, reportId: string, told: Told): Promise<Recorded> {
  switch (read.of) {
    case "order":
      return recordOrder(contactId, read.orderId, read.amounts, told);
    case "review":
      return recordReview(read.review, contactId, told);
    case "trial-used":
      return recordTrialUsed(read.offer, contactId, told);
    case "custom":
      return recordCustom(said, contactId, reportId, told);
  }
}

async function recordReview(review: z.infer<typeof ProductReviewed>, contactId: string, told: Told): Promise<Recorded> {
  const { product_id: productId, review_id: reviewId, rating = 0, review_body: body = "" } = review;
  const data = { productId, reviewId, rating, body };
  const event = eventOf("review.recorded", { contactId, at: told.at, cause: reviewId }, data);
  return once(await commit([reportedOnceWrite(contactId, "review", reviewId, data), recordEvent(event, told.heardAt)]));
}

/** A first lesson is used with the trial of the front page's offer unless the report names another. */
async function recordTrialUsed(named: string | undefined, contactId: string, told: Told): Promise<Recorded> {
  const offer = named ?? (await readBrand()).defaultOffer;
  const done = await noteTrialUsed(contactId, offer, told);
  if (done.ok || done.reason === "already-used") return { ok: true, already: !done.ok };
  return { ok: false, reason: "no-trial" };
}

async function recordCustom(said: Track, contactId: string, reportId: string, told: Told): Promise<Recorded> {
  const data = { name: said.event, properties: said.properties ?? {} };
  const event = eventOf("custom.recorded", { contactId, at: told.at, cause: reportId }, data);
  const marker = reportedOnceWrite(contactId, "report", reportId, { reportedAt: told.at });
  return once(await commit([marker, recordEvent(event, told.heardAt)]));
}

function once(done: { ok: boolean; reason?: string }): Recorded {
  if (done.ok) return { ok: true };
  return done.reason === "already-recorded"
    ? { ok: true, already: true }
    : { ok: false, reason: done.reason ?? "conflict" };
}
