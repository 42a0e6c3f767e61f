import { type ErasureStep, erasureWrite, readErasure } from "../contacts/erasure-store.ts";
import { type Instant, secondsAfter } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Item } from "../platform/items.ts";
import { log } from "../platform/log.ts";
import { kindOf } from "../platform/row-kinds.ts";
import type { Write } from "../platform/writes.ts";
import { forgetFriend } from "./forget-friend.ts";
import { personRowKinds } from "./person-row-kinds.ts";
import { erasingWrites, rowsAfter } from "./store.ts";

/** So many rows and the erasure's own fit into one transaction. */
const ROWS_A_STEP = 90;

/** Longer than any sender holds a mail in its hands: what it writes back of it is taken in the second round. */
const CHECKED_AFTER_SECONDS = 30 * 60;

/** Makes the next step of an erasure; killed anywhere, it is made again from where it stood. */
export async function continueErasure(contactId: string, now: Instant): Promise<void> {
  const before = await readErasure(contactId);
  if (!before || before.finishedAt || (before.checkedAt && before.checkedAt > now)) return;
  const { items, next } = await rowsAfter(contactId, before.after, ROWS_A_STEP);
  if (before.after === undefined) await forgetFriend(contactId);
  const writes = items.flatMap(writesFor);
  const stands = { round: before.round, rows: before.rows + writes.length };
  const moved: ErasureStep = next ? { ...stands, after: next } : afterRound(stands, now);
  const dueAt = moved.finishedAt ? undefined : (moved.checkedAt ?? now);
  // Refused when a row or the erasure itself has changed since it was read: the note comes back.
  const done = await commit([...writes, erasureWrite(before, moved, dueAt)]);
  if (!done.ok && done.reason !== "moved-meanwhile") throw new Error(`A row changed while ${contactId} was erased.`);
}

function writesFor(row: Item): Write[] {
  const kind = kindOf(row, personRowKinds);
  if (kind) return erasingWrites(row, kind.erased);
  // Fails towards leaving nothing behind silently: somebody has to say what becomes of such rows.
  log.error("an erasure does not know a kind of row", { contactId: row.pk, kind: row.sk.split("#", 1)[0] });
  return [];
}

function afterRound(stands: Pick<ErasureStep, "round" | "rows">, now: Instant): ErasureStep {
  if (stands.round === 2) return { ...stands, finishedAt: now };
  return { ...stands, round: 2, checkedAt: secondsAfter(now, CHECKED_AFTER_SECONDS) };
}
