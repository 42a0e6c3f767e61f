import { auditAct } from "../../access/audit-act.ts";
import { auditSubject } from "../../contacts/audit-subject.ts";
import { liftSuppression } from "../../contacts/lift-suppression.ts";
import { findSuppressed, listSuppressed } from "../../contacts/list-suppressed.ts";
import { readAddress } from "../../contacts/rules/read-address.ts";
import type { Suppression } from "../../contacts/rules/suppression.ts";
import { suppressAddress } from "../../contacts/suppress-address.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import * as routes from "../routes/console-suppressions.ts";
import { suppressionView } from "../suppression-view.ts";
import { answers, type ConsoleAnswer, type ConsoleRequest } from "./console-answer.ts";

/** The addresses that must not be mailed: reading, adding and lifting. */
export const suppressionAnswers: readonly ConsoleAnswer[] = [
  answers(routes.listSuppressions, async ({ query: { email, limit, next } }) => {
    if (email !== undefined) return json(200, { items: await byAddress(email), next: null });
    const page = await listSuppressed(limit, next);
    return json(200, { items: page.items.map(suppressionView), next: page.next ?? null });
  }),

  answers(routes.suppressAddress, async ({ body, staff, at }) => {
    const email = readAddress(body.email);
    if (!email) return problem("address-invalid");
    const suppression: Suppression = { reason: "manual", at, note: body.note, by: staff.email };
    const subject = await auditSubject(email);
    const done = await suppressAddress(email, suppression, at, [
      audited({ staff, at }, "suppression.add", subject, { after: { reason: "manual" } }),
    ]);
    return done.ok ? json(201, suppressionView({ ...done.suppression, email })) : problem(done.reason);
  }),

  answers(routes.liftSuppression, async ({ body, staff, at }) => {
    const email = readAddress(body.email);
    if (!email) return problem("not-found");
    const { confirmation, because } = body;
    const isConfirmed = because !== undefined && readAddress(confirmation ?? "") === email;
    const subject = await auditSubject(email);
    const done = await liftSuppression({ email, isConfirmed, at }, ({ reason, at: since }) =>
      audited({ staff, at }, "suppression.lift", subject, { before: { reason, at: since }, after: { because } }),
    );
    if (done.ok) return json(200, { email });
    return problem(done.reason === "not-suppressed" ? "not-found" : done.reason);
  }),
];

async function byAddress(text: string) {
  const found = await findSuppressed(text);
  return found ? [suppressionView(found)] : [];
}

function audited(
  { staff, at }: Pick<ConsoleRequest, "staff" | "at">,
  act: string,
  subject: string,
  change: { before?: unknown; after: unknown },
) {
  return auditAct({ staff: staff.email, act, subject, ...change }, at);
}
