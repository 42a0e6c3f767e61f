import { readContact } from "../contacts/store.ts";
import { commit } from "../platform/commit.ts";
import type { Event } from "../platform/events.ts";
import { passageWrites } from "./passage-writes.ts";
import { advance } from "./rules/advance.ts";
import type { Enrollment } from "./rules/enrollment.ts";
import type { Journey } from "./rules/journey.ts";
import { toldBy } from "./rules/told-by.ts";
import type { Surroundings } from "./rules/wait-until.ts";
import { listJourneys, newEnrollmentWrite } from "./store.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** Enrolls a contact in every journey that this event triggers. */
export async function enrollContact(event: Event): Promise<void> {
  const journeys = (await listJourneys()).filter(({ trigger }) => trigger.event === event.type);
  if (journeys.length === 0) return;
  const contact = await readContact(event.contactId);
  if (!contact) return;
  const around = await surroundingsOf(contact);
  for (const journey of journeys) await enroll(journey, event, around);
}

async function enroll(journey: Journey, event: Event, around: Surroundings): Promise<void> {
  // The journey begins at the instant of the event, so that a late worker shifts nothing.
  const result = advance(journey, undefined, { kind: "enrolled" }, event.at, around);
  const enrollment: Enrollment = {
    contactId: event.contactId,
    journey: journey.name,
    version: journey.version,
    occurrence: journey.reentry === "once" ? "once" : event.id,
    enrolledAt: event.at,
    told: toldBy(event),
    passage: result.passage,
    revision: 1,
  };
  // Refused when the contact is enrolled already: the event was told twice, or the journey is passed through once only.
  await commit([newEnrollmentWrite(enrollment), ...passageWrites(enrollment, result, event.at)]);
}
