import { findErasure } from "../../contacts/find-erasure.ts";
import type { Erasure } from "../../contacts/rules/erasure.ts";
import { readAddress } from "../../contacts/rules/read-address.ts";
import { erasePerson } from "../../privacy/erase-person.ts";
import { exportPerson } from "../../privacy/export-person.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import { type ErasureStanding, eraseContact, exportContact, readErasure } from "../routes/console-contacts.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What a person may ask of us: all that is held, and its erasure. */
export const privacyAnswers: readonly ConsoleAnswer[] = [
  answers(exportContact, async ({ params: { id }, staff, at }) => {
    const held = await exportPerson(id, staff.email, at);
    return held ? json(200, held) : problem("not-found");
  }),

  answers(eraseContact, async ({ params: { id }, body: { confirmation }, staff, at }) => {
    const confirms = (email: string) => readAddress(confirmation) === email;
    const done = await erasePerson({ contactId: id, confirms, by: staff.email }, at);
    return done.ok ? json(202, standing(done.erasure)) : problem(done.reason);
  }),

  answers(readErasure, async ({ params: { id } }) => {
    const erasure = await findErasure(id);
    return erasure ? json(200, standing(erasure)) : problem("not-found");
  }),
];

function standing(erasure: Erasure): ErasureStanding {
  const { contactId, erasedAt, erasedBy, rows, checkedAt = null, finishedAt = null } = erasure;
  return { contactId, erasedAt, erasedBy, rows, checkedAt, finishedAt };
}
