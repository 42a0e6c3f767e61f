import type { Instant } from "../platform/clock.ts";
import { isNew } from "../platform/conditions.ts";
import { getItem } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { Erasure } from "./rules/erasure.ts";

/** The sort key of erasures, by which a worker knows what it was handed. */
export const ERASURE = "erasure";

const erasureKey = (contactId: string): Key => ({ pk: contactId, sk: ERASURE });

/** What is left of a person who was erased, and how far the erasure is. */
export function readErasure(contactId: string): Promise<Erasure | undefined> {
  return getItem<Item & Erasure>(erasureKey(contactId));
}

/** Begins an erasure as due work. */
export function newErasureWrite(erasure: Erasure): Put {
  const { contactId, erasedAt } = erasure;
  const item = { ...erasureKey(contactId), ...erasure, ...dueWork("reactions", erasedAt, contactId) };
  return { put: item, onlyIf: isNew, refusal: "already-erased" };
}

/** What a step changes of an erasure. */
export type ErasureStep = Pick<Erasure, "round" | "rows" | "after" | "checkedAt" | "finishedAt">;

/** Moves an erasure on from the step that was read; it is due again at `dueAt`, or done. */
export function erasureWrite(before: Erasure, moved: ErasureStep, dueAt: Instant | undefined): Update {
  const { contactId } = before;
  const due = dueAt ? dueWork("reactions", dueAt, contactId) : {};
  return {
    update: erasureKey(contactId),
    set: { ...moved, steps: before.steps + 1, ...due },
    remove: [...(moved.after ? [] : ["after"]), ...(dueAt ? [] : DUE_WORK)],
    onlyIf: { equals: ["steps", before.steps] },
    refusal: "moved-meanwhile",
  };
}

/** A friend who was erased and comes back under the same mailbox is nobody new. */
const returnKey = (mailboxHash: string): Key => ({ pk: `erased#${mailboxHash}`, sk: "mailbox" });

export function mailboxErasedWrite(mailboxHash: string, erasedAt: Instant): Put {
  return { put: { ...returnKey(mailboxHash), erasedAt } };
}

/** Whether the owner of a mailbox was a confirmed contact once, and was erased. */
export async function mailboxWasErased(mailboxHash: string): Promise<boolean> {
  return (await getItem(returnKey(mailboxHash))) !== undefined;
}

/** What an erasure leaves of itself. */
export const erasureRowKinds: RowKind[] = [{ sk: ERASURE, section: "erasure", erased: "stays" }];
