import { readBrand } from "../brand/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { eventOf, recordEvent } from "../platform/events.ts";
import { derivedId } from "../platform/ids.ts";
import { noteTrialUsed } from "../trials/note-trial-used.ts";
import { identifyContact } from "./identify-contact.ts";
import { type Recorded, recordOrder, type Told } from "./record-order.ts";
import { recordRefund } from "./record-refund.ts";
import { type Identify, OrderCompleted, OrderRefunded, ProductReviewed, type Track } from "./rules/reported-event.ts";
import { reportedOnceWrite } from "./store.ts";

/** Takes in who a person is. */
export async function recordIdentity(said: Identify, now: Instant): Promise<Recorded> {
  const found = await identifyContact(said, now);
  return found.ok ? { ok: true } : found;
}

/** Takes in what a person did; it is durable, or refused with a reason, when this returns. */
export async function recordActivity(said: Track, now: Instant): Promise<Recorded> {
  const told = { at: happenedAt(said, now), heardAt: now };
  const reportId = said.messageId ?? derivedId("evt", JSON.stringify(said));
  if (said.event === "Order Refunded") {
    const refund = OrderRefunded.safeParse(said.properties ?? {});
    return refund.success ? recordRefund(refund.data, reportId, told) : { ok: false, reason: "properties-invalid" };
  }
  const found = await identifyContact(said, now);
  return found.ok ? recordOf(said, found.contact.id, reportId, told) : found;
}

/** A clock that runs ahead must not put events into our future. */
function happenedAt({ timestamp }: Track, now: Instant): Instant {
  const at = timestamp ? new Date(timestamp).toISOString() : now;
  return at > now ? now : at;
}

async function recordOf(said: Track, contactId: string, reportId: string, told: Told): Promise<Recorded> {
  switch (said.event) {
    case "Order Completed": {
      const order = OrderCompleted.safeParse(said.properties ?? {});
      return order.success ? recordOrder(contactId, order.data, told) : { ok: false, reason: "properties-invalid" };
    }
    case "Product Reviewed":
      return recordReview(said, contactId, told);
    case "Trial Used":
      return recordTrialUsed(said, contactId, told);
    default:
      return recordCustom(said, contactId, reportId, told);
  }
}

async function recordReview(said: Track, contactId: string, told: Told): Promise<Recorded> {
  const review = ProductReviewed.safeParse(said.properties ?? {});
  if (!review.success) return { ok: false, reason: "properties-invalid" };
  const { product_id: productId, review_id: reviewId, rating = 0, review_body: body = "" } = review.data;
  const data = { productId, reviewId, rating, body };
  const event = eventOf("review.recorded", { contactId, at: told.at, cause: reviewId }, data);
  return once(await commit([reportedOnceWrite(contactId, "review", reviewId, data), recordEvent(event, told.heardAt)]));
}

/** A first lesson is used with the trial of the front page's offer unless the report names another. */
async function recordTrialUsed({ properties }: Track, contactId: string, told: Told): Promise<Recorded> {
  const named = properties?.offer;
  const offer = typeof named === "string" ? named : (await readBrand()).defaultOffer;
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
