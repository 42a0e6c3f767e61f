import { auditAct } from "../access/audit-act.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { NO_ROWS, type SuppressionImport } from "./rules/suppression-import.ts";
import { newImportWrite, readImport } from "./store.ts";

/** Begins to take a list over, with its audit row; one that was begun before goes on where it stopped. */
export async function beginImport(
  list: Pick<SuppressionImport, "id" | "fileName" | "rows" | "otherwise">,
  by: string,
  now: Instant,
): Promise<SuppressionImport> {
  const begun: SuppressionImport = { ...list, next: 0, counts: NO_ROWS, startedAt: now, startedBy: by };
  const { fileName, rows, otherwise } = list;
  const act = {
    staff: by,
    act: "suppression.import",
    subject: `import#${list.id}`,
    after: { fileName, rows, otherwise },
  };
  const done = await commit([newImportWrite(begun), auditAct(act, now)]);
  return done.ok ? begun : ((await readImport(list.id)) ?? begun);
}
