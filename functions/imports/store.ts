import type { Instant } from "../platform/clock.ts";
import { isNew } from "../platform/conditions.ts";
import { getItem } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { SuppressionImport } from "./rules/suppression-import.ts";

const importKey = (id: string): Key => ({ pk: `import#${id}`, sk: "suppressions" });

export function readImport(id: string): Promise<SuppressionImport | undefined> {
  return getItem<Item & SuppressionImport>(importKey(id));
}

export function newImportWrite(begun: SuppressionImport): Put {
  return { put: { ...importKey(begun.id), ...begun }, onlyIf: isNew, refusal: "already-begun" };
}

/** Why rows are refused that another call has taken meanwhile. */
export const MOVED_ON = "moved-on";

/** Moves an import on from the row where it was read, and counts what became of the rows. */
export function importWrite(
  before: SuppressionImport,
  moved: Pick<SuppressionImport, "next" | "counts">,
  finishedAt: Instant | undefined,
): Update {
  return {
    update: importKey(before.id),
    set: { ...moved, finishedAt },
    onlyIf: { equals: ["next", before.next] },
    refusal: MOVED_ON,
  };
}
