import { auditAct } from "../../access/audit-act.ts";
import { lookUpContact } from "../../contacts/look-up-contact.ts";
import { cancelRedemption } from "../../rewards/cancel-redemption.ts";
import { fulfilRedemption } from "../../rewards/fulfil-redemption.ts";
import { listWaiting } from "../../rewards/list-waiting.ts";
import type { Redemption } from "../../rewards/rules/redemption.ts";
import { problem, refusalFor } from "../problem.ts";
import { json } from "../respond.ts";
import * as routes from "../routes/console-redemptions.ts";
import { answers, type ConsoleAnswer, type ConsoleRequest } from "./console-answer.ts";

/** What members redeemed: what waits for a person, and what that person did. */
export const redemptionAnswers: readonly ConsoleAnswer[] = [
  answers(routes.listWaitingRedemptions, async ({ query: { limit, next } }) => {
    const page = await listWaiting(limit, next);
    return json(200, { items: await Promise.all(page.items.map(view)), next: page.next ?? null });
  }),

  answers(routes.fulfilRedemption, async ({ body, staff, at }) => {
    const { note, ...which } = body;
    const said = { ...which, person: staff.email, ...(note ? { note } : {}) };
    const done = await fulfilRedemption(said, at, [audited({ staff, at }, "redemption.fulfil", body)]);
    return done.ok ? json(200, settled(done.redemption)) : problem(refusalFor(done.reason));
  }),

  answers(routes.cancelRedemption, async ({ body, staff, at }) => {
    const said = { ...body, person: staff.email, onlyReserved: false };
    const done = await cancelRedemption(said, at, [audited({ staff, at }, "redemption.cancel", body)]);
    return done.ok ? json(200, settled(done.redemption)) : problem(refusalFor(done.reason));
  }),
];

async function view({ id, contactId, reward, at }: Redemption) {
  const contact = await lookUpContact(contactId);
  const { title, kind, points } = reward;
  return { id, contactId, email: contact?.email ?? "", name: contact?.name ?? "", title, kind, points, at };
}

const settled = ({ id, state }: Redemption) => ({ id, state });

function audited({ staff, at }: Pick<ConsoleRequest, "staff" | "at">, act: string, said: { redemptionId: string }) {
  const { redemptionId, ...after } = said;
  return auditAct({ staff: staff.email, act, subject: `redemption#${redemptionId}`, after }, at);
}
