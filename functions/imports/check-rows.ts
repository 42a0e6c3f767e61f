import { instantSaid, type ListedRow, type ListTold, type RowVerdict } from "../contacts/rules/listed-suppression.ts";
import { weighRows } from "./weigh-rows.ts";

/** What importing these rows would change; nothing is written. */
export async function checkRows(
  rows: readonly ListedRow[],
  told: ListTold,
): Promise<{ verdicts: RowVerdict[]; datesUnread: number }> {
  const weighed = await weighRows(rows, told);
  const datesUnread = rows.filter(({ at }) => at?.trim() && !instantSaid(at)).length;
  return { verdicts: weighed.map(({ verdict }) => verdict), datesUnread };
}
