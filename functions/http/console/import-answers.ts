import { beginImport } from "../../imports/begin-import.ts";
import { checkRows } from "../../imports/check-rows.ts";
import type { SuppressionImport } from "../../imports/rules/suppression-import.ts";
import { takeRows } from "../../imports/take-rows.ts";
import { problem } from "../problem.ts";
import { json } from "../respond.ts";
import * as routes from "../routes/console-imports.ts";
import { answers, type ConsoleAnswer } from "./console-answer.ts";

/** Suppression lists of other senders: tried, begun and taken row by row. */
export const importAnswers: readonly ConsoleAnswer[] = [
  answers(routes.checkSuppressionRows, async ({ body: { rows, otherwise }, staff, at }) =>
    json(200, await checkRows(rows, { otherwise, importedAt: at, by: staff.email })),
  ),

  answers(routes.beginSuppressionImport, async ({ params: { id }, body, staff, at }) =>
    json(200, standing(await beginImport({ id, ...body }, staff.email, at))),
  ),

  answers(routes.takeSuppressionRows, async ({ params: { id }, body, at }) => {
    const stands = await takeRows({ id, ...body }, at);
    return stands ? json(200, standing(stands)) : problem("not-found");
  }),
];

function standing(stands: SuppressionImport): routes.SuppressionImportStanding {
  const { id, fileName, rows, next, counts, startedAt, startedBy, finishedAt = null } = stands;
  return { id, fileName, rows, next, counts, startedAt, startedBy, finishedAt };
}
