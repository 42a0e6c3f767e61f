import type { MailKind } from "../../contacts/rules/may-mail.ts";
import { listDays } from "../../reconciliation/list-days.ts";
import type { Difference } from "../../reconciliation/rules/day-count.ts";
import type { Tally } from "../../reconciliation/rules/tally.ts";
import { json } from "../respond.ts";
import {
  listReconciledDays,
  type MailDifference,
  type ReconciledDay,
  type ReconciledLane,
} from "../routes/console-reconciliation.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** What the nightly comparison of our books with SES's events has found. */
export const reconciliationAnswers: readonly ConsoleAnswer[] = [
  answers(listReconciledDays, async () => json(200, { items: (await listDays()).map(dayView) })),
];

function dayView({ day, comparedAt, lanes, found, differences }: Awaited<ReturnType<typeof listDays>>[number]) {
  const views = (["marketing", "transactional"] as const).map((lane) => laneView(lane, lanes[lane]));
  const view: ReconciledDay = { day, comparedAt, lanes: views, found, differences: differences.map(differenceView) };
  return view;
}

function laneView(lane: MailKind, { skipped, ...counts }: Tally): ReconciledLane {
  const reasons = Object.entries(skipped).map(([reason, count]) => ({ reason, count }));
  return { lane, ...counts, skipped: reasons.sort((one, other) => other.count - one.count) };
}

function differenceView({ kind, messageId, contactId, providerIds, ...told }: Difference): MailDifference {
  const { lane = null, template = null, held = null, reported = null } = told;
  // The contact of a stray is what its tag says, which no page of ours may lead to.
  const who = kind === "stray" ? null : contactId;
  return { kind, messageId, contactId: who, providerIds, lane, template, held, reported };
}
