import { beforeAll, expect, it } from "vitest";
import { newContactWrites } from "../../../functions/contacts/store.ts";
import { readMonth } from "../../../functions/costs/store.ts";
import { advanceOnEvent } from "../../../functions/journeys/advance-enrollment.ts";
import { enrollContact } from "../../../functions/journeys/enroll-contact.ts";
import { commit } from "../../../functions/platform/commit.ts";
import { type Event, eventOf } from "../../../functions/platform/events.ts";
import { starterStore } from "../support/starter-store.ts";

starterStore();
const BEGAN = "2026-11-28T09:00:00.000Z";
const BOUGHT = "2026-11-29T09:00:00.000Z";
const people = ["con_ana", "con_bob", "con_cy"];

beforeAll(async () => {
  for (const id of people) {
    const contact = { id, email: `${id}@example.com`, name: "", locale: "en" as const, createdAt: BEGAN };
    await commit(newContactWrites({ ...contact, consent: { marketing: true, at: BEGAN } }));
    const data = { offer: "free-lessons", trialEndsAt: "2026-12-12T09:00:00.000Z", locale: "en" };
    await enrollContact(eventOf("trial.confirmed", { contactId: id, at: BEGAN, cause: "trial" }, data));
  }
});

const bought = (contactId: string, order: string): Event =>
  eventOf(
    "purchase.recorded",
    { contactId, at: BOUGHT, cause: order },
    { orderId: order, totalMinor: 100, currency: "EUR", products: [] },
  );
const stopped = (contactId: string): Event => eventOf("contact.stopped", { contactId, at: BOUGHT, cause: "stop" }, {});
const reached = async () => (await readMonth("2026-11")).conversions;

it("A journey counts a contact who leaves by its goal once, however often that is told, and nobody else", async () => {
  expect(await reached()).toEqual({});
  // The same order told twice at the same time and once more, and another order after it.
  await Promise.all([bought("con_ana", "1"), bought("con_ana", "1")].map((event) => advanceOnEvent(event, BOUGHT)));
  for (const order of ["1", "2"]) await advanceOnEvent(bought("con_ana", order), BOUGHT);
  expect(await reached()).toEqual({ "trial-follow-up": 1 });
  await advanceOnEvent(stopped("con_bob"), BOUGHT);
  await advanceOnEvent(bought("con_bob", "3"), BOUGHT);
  expect(await reached()).toEqual({ "trial-follow-up": 1 });
  await advanceOnEvent(bought("con_cy", "4"), BOUGHT);
  expect(await reached()).toEqual({ "trial-follow-up": 2 });
});
