import { auditAct } from "../../access/audit-act.ts";
import { listHolds } from "../../budgets/find-holds.ts";
import { resumeSource } from "../../budgets/resume-source.ts";
import { listUnknown, type UnknownMessage } from "../../mail/list-unknown.ts";
import { settleUnknown } from "../../mail/settle-unknown.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import {
  type HeldMail,
  listHeldMail,
  listUnknownMail,
  resumeHeldMail,
  settleUnknownMail,
  type UnknownMail,
} from "../routes/console-mail.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What staff sees of the sending itself. */
export const mailAnswers: readonly ConsoleAnswer[] = [
  answers(listUnknownMail, async ({ query: { limit, next } }) => {
    const page = await listUnknown(limit, next);
    return json(200, { items: page.items.map(unknownMail), next: page.next ?? null });
  }),

  answers(settleUnknownMail, async ({ body: { because, ...decided }, staff, at }) => {
    const { id, decision } = decided;
    const done = await settleUnknown(decided, at, ({ state, failure }, resentAs) => {
      const before = { state, failure };
      const after = { decision, because, resentAs };
      return [auditAct({ staff: staff.email, act: "mail.settle", subject: `message#${id}`, before, after }, at)];
    });
    return done.ok ? json(200, { id, resentAs: done.resentAs ?? null }) : problem(done.reason);
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
