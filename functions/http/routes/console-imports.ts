import * as z from "zod/mini";
import { MOST_ROWS, MOST_ROWS_A_CALL } from "../../imports/rules/suppression-import.ts";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

const cell = z.string().check(z.maxLength(320));
const params = z.strictObject({ id: z.string().check(z.regex(/^[0-9a-f]{32}$/)) });
/** What is meant by a row that does not say why. */
const otherwise = z.enum(["manual", "hard-bounce", "complaint"]);
const count = z.int().check(z.gte(0), z.lte(MOST_ROWS));

/** One row in the words of the list that it is from. */
export const ListedRow = z.strictObject({ email: cell, reason: z.optional(cell), at: z.optional(cell) });
export type ListedRow = z.infer<typeof ListedRow>;
const rows = z.array(ListedRow).check(z.minLength(1), z.maxLength(MOST_ROWS_A_CALL));

export const CheckSuppressionRows = z.strictObject({ otherwise, rows });
export const SuppressionRowsChecked = z.strictObject({
  /** In the order of the rows: suppressed anew, for a graver reason, enough already, or no address. */
  verdicts: z.array(z.enum(["new", "graver", "kept", "refused"])),
  /** How many dates could not be read; the day of the import counts instead. */
  datesUnread: z.int(),
});
export const BeginSuppressionImport = z.strictObject({
  fileName: z.string().check(z.maxLength(200)),
  rows: count.check(z.gte(1)),
  otherwise,
});
export const TakeSuppressionRows = z.strictObject({ from: count, rows });
export const SuppressionImportStanding = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  rows: z.int(),
  /** The row to go on from. */
  next: z.int(),
  counts: z.strictObject({ new: z.int(), graver: z.int(), kept: z.int(), refused: z.int() }),
  startedAt: Instant,
  startedBy: z.string(),
  finishedAt: z.nullable(Instant),
});
export type SuppressionImportStanding = z.infer<typeof SuppressionImportStanding>;

const PATH = "/v1/console/suppressions/imports";

export const checkSuppressionRows = route({
  id: "checkSuppressionRows",
  method: "POST",
  path: `${PATH}/check`,
  audience: "staff",
  permission: "care-for-contacts",
  summary: "What importing these rows of a suppression list would change; nothing is changed by asking",
  body: CheckSuppressionRows,
  answers: { 200: SuppressionRowsChecked },
});

export const beginSuppressionImport = route({
  id: "beginSuppressionImport",
  method: "PUT",
  path: `${PATH}/{id}`,
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Begin to import a suppression list under an id that follows from its content, or learn where it stopped",
  params,
  body: BeginSuppressionImport,
  answers: { 200: SuppressionImportStanding },
});

export const takeSuppressionRows = route({
  id: "takeSuppressionRows",
  method: "POST",
  path: `${PATH}/{id}/rows`,
  audience: "staff",
  permission: "care-for-contacts",
  summary: "Import the next rows of a suppression list; rows that are done already are not taken again",
  params,
  body: TakeSuppressionRows,
  answers: { 200: SuppressionImportStanding },
});
