import type { Instant } from "../platform/clock.ts";
import { isNew } from "../platform/conditions.ts";
import { getItem, queryAll } from "../platform/dynamo.ts";
import { derivedId } from "../platform/ids.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { Decision } from "./rules/advance.ts";
import type { Enrollment } from "./rules/enrollment.ts";
import type { Journey } from "./rules/journey.ts";

/** The sort keys of enrollments begin with this, by which a worker knows what it was handed. */
export const ENROLLMENT = "enrollment#";
const JOURNEY = "journey#";

const enrollmentKey = ({ contactId, journey, occurrence }: Enrollment): Key => ({
  pk: contactId,
  sk: `${ENROLLMENT}${journey}#${occurrence}`,
});

export async function listJourneys(): Promise<Journey[]> {
  const rows = await queryAll<Item & { journey: Journey }>({ pk: "programme", prefix: JOURNEY });
  return rows.map(({ journey }) => journey);
}

/** The version that somebody entered stays readable after a newer one is published: they finish on the old one. */
export async function readJourneyVersion(name: string, version: number): Promise<Journey | undefined> {
  return (await getItem<Item & { journey: Journey }>(versionKey(name, version)))?.journey;
}

export function journeyWrites(journey: Journey): Put[] {
  return [
    { put: { ...versionKey(journey.name, journey.version), journey } },
    { put: { pk: "programme", sk: `${JOURNEY}${journey.name}`, journey } },
  ];
}

export function readEnrollment(key: Key): Promise<(Item & Enrollment) | undefined> {
  return getItem<Item & Enrollment>(key);
}

export async function activeEnrollments(contactId: string): Promise<Enrollment[]> {
  const rows = await queryAll<Item & Enrollment>({ pk: contactId, prefix: ENROLLMENT, consistent: true });
  return rows.filter(({ passage }) => passage.status === "active");
}

export function newEnrollmentWrite(enrollment: Enrollment): Put {
  const item = { ...enrollmentKey(enrollment), ...enrollment, ...dueAgain(enrollment) };
  return { put: item, onlyIf: isNew, refusal: "already-enrolled" };
}

/** Moves an enrollment on from the revision that was read. */
export function enrollmentWrite(before: Enrollment, passage: Enrollment["passage"]): Update {
  const after = { ...before, passage };
  const due = dueAgain(after);
  return {
    update: enrollmentKey(before),
    set: { passage, revision: before.revision + 1, ...due },
    ...(due ? {} : { remove: DUE_WORK }),
    onlyIf: { equals: ["revision", before.revision] },
    refusal: "moved-meanwhile",
  };
}

export function decisionWrite(enrollment: Enrollment, decision: Decision, at: Instant): Put {
  const { contactId, journey, occurrence } = enrollment;
  const id = derivedId("dec", contactId, journey, occurrence, decision.step, decision.decided, at);
  return { put: { pk: contactId, sk: `decision#${at}#${id}`, id, at, journey, ...decision } };
}

/** Where a contact stands in which journey, and why it got which mail. */
export const journeyRowKinds: RowKind[] = [
  { sk: ENROLLMENT, section: "journeys", erased: "goes" },
  { sk: "decision#", section: "decisions", erased: "goes" },
];

function dueAgain({ passage, contactId }: Enrollment) {
  return passage.status === "active" ? dueWork("reactions", passage.until, contactId) : undefined;
}

function versionKey(name: string, version: number): Key {
  return { pk: `${JOURNEY}${name}`, sk: `v#${String(version).padStart(6, "0")}` };
}
