import { auditAct } from "../../access/audit-act.ts";
import { listHolds } from "../../budgets/find-holds.ts";
import { resumeSource } from "../../budgets/resume-source.ts";
import { listUnknown, type UnknownMessage } from "../../mail/list-unknown.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import {
  type HeldMail,
  listHeldMail,
  listUnknownMail,
  resumeHeldMail,
  type UnknownMail,
} from "../routes/console-mail.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What staff sees of the sending itself. */
export const mailAnswers: readonly ConsoleAnswer[] = [
  answers(listUnknownMail, async ({ query: { limit, next } }) => {
    const page = await listUnknown(limit, next);
    return json(200, { items: page.items.map(unknownMail), next: page.next ?? null });
  }),

  answers(listHeldMail, async () => json(200, { items: (await listHolds()).flatMap(heldMail) })),

  answers(resumeHeldMail, async ({ body: { source }, staff, at }) => {
    const audit = auditAct({ staff: staff.email, act: "mail.resume", subject: `budget#${source}` }, at);
    const done = await resumeSource(source, staff.email, at, [audit]);
    return done.ok ? json(200, { source }) : problem(done.reason);
  }),
];

function heldMail({ source, because, heldAt, counted }: Awaited<ReturnType<typeof listHolds>>[number]): HeldMail[] {
  return because && heldAt && counted ? [{ source, because, heldAt, ...counted }] : [];
}

function unknownMail({ message, contact }: UnknownMessage): UnknownMail {
  const { id, contactId, template, templateVersion = null, kind, queuedAt, attempt, failure = "" } = message;
  const { email = "", name = "" } = contact ?? {};
  return {
    id,
    contactId,
    email,
    name,
    template,
    version: templateVersion,
    lane: kind,
    queuedAt,
    attempts: attempt,
    failure,
  };
}
