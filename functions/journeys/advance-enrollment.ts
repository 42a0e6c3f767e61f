import { readContact } from "../contacts/store.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Event } from "../platform/events.ts";
import type { Key } from "../platform/items.ts";
import { passageWrites } from "./passage-writes.ts";
import { advance, type Move } from "./rules/advance.ts";
import type { Enrollment } from "./rules/enrollment.ts";
import { activeEnrollments, enrollmentWrite, readEnrollment, readJourneyVersion } from "./store.ts";
import { surroundingsOf } from "./surroundings-of.ts";

/** Moves one enrollment on whose wait may be over. */
export async function advanceDueEnrollment(key: Key, now: Instant): Promise<void> {
  const enrollment = await readEnrollment(key);
  if (enrollment?.passage.status === "active") await move(enrollment, { kind: "time" }, now);
}

/** Lets every journey the contact is in react to an event: some go on, some end. */
export async function advanceOnEvent(event: Event, now: Instant): Promise<void> {
  for (const enrollment of await activeEnrollments(event.contactId)) {
    // What happened before the contact was enrolled is no reason to move.
    if (event.at <= enrollment.enrolledAt) continue;
    await move(enrollment, { kind: "event", type: event.type, at: event.at }, now);
  }
}

async function move(enrollment: Enrollment, cause: Move, now: Instant): Promise<void> {
  const journey = await readJourneyVersion(enrollment.journey, enrollment.version);
  if (!journey) throw new Error(`Version ${enrollment.version} of the journey ${enrollment.journey} is gone.`);
  const around = await surroundingsOf(await readContact(enrollment.contactId));
  const result = advance(journey, enrollment.passage, cause, now, around);
  if (result.passage === enrollment.passage) return;
  const done = await commit([enrollmentWrite(enrollment, result.passage), ...passageWrites(enrollment, result, now)]);
  if (!done.ok) await again(enrollment, cause, now);
}

/** Another worker moved the enrollment first; what it became decides whether this cause still matters. */
async function again(enrollment: Enrollment, cause: Move, now: Instant): Promise<void> {
  const others = await activeEnrollments(enrollment.contactId);
  const fresh = others.find(
    ({ journey, occurrence }) => journey === enrollment.journey && occurrence === enrollment.occurrence,
  );
  if (fresh && fresh.revision !== enrollment.revision) await move(fresh, cause, now);
}
