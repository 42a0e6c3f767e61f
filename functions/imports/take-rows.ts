import { auditAct } from "../access/audit-act.ts";
import type { ListedRow } from "../contacts/rules/listed-suppression.ts";
import { findContactIds } from "../contacts/store.ts";
import { suppressionWrites } from "../contacts/suppression-writes.ts";
import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { STALE, tryAgain } from "../platform/try-again.ts";
import type { Write } from "../platform/writes.ts";
import { movedOn, type SuppressionImport, toldBy } from "./rules/suppression-import.ts";
import { importWrite, readImport } from "./store.ts";
import { type WeighedRow, weighRows } from "./weigh-rows.ts";

/** So many addresses make two rows each, which leaves room for the import and its audit row in a transaction of 100. */
const ADDRESSES_AT_ONCE = 48;

/** Takes the rows of a list from `from` on, as far as they are not done yet; undefined when no such import was begun. */
export async function takeRows(
  { id, from, rows }: { id: string; from: number; rows: readonly ListedRow[] },
  now: Instant,
): Promise<SuppressionImport | undefined> {
  for (;;) {
    const stands = await tryAgain(`importing suppressions from row ${from}`, () => takeSome(id, from, rows, now));
    if (!stands || stands.finishedAt || stands.next < from || stands.next >= from + rows.length) return stands;
  }
}

/** One transaction's worth of what is left of these rows. */
async function takeSome(id: string, from: number, rows: readonly ListedRow[], now: Instant) {
  const before = await readImport(id);
  // Rows that another call has done, or that are not their turn, are not taken: the caller is told where it goes on.
  if (!before || before.next < from || before.next >= Math.min(from + rows.length, before.rows)) return before;
  const left = rows.slice(before.next - from, before.rows - from);
  const some = withinOneTransaction(await weighRows(left, toldBy(before)));
  const moved = movedOn(
    before,
    some.map(({ verdict }) => verdict),
  );
  const finishedAt = moved.next === before.rows ? now : undefined;
  const progress = importWrite(before, moved, finishedAt);
  const ending = finishedAt ? [finishedAct({ ...before, ...moved }, now)] : [];
  const done = await commit([...(await changes(some, id, now)), progress, ...ending]);
  return done.ok ? { ...before, ...moved, ...(finishedAt ? { finishedAt } : {}) } : STALE;
}

function withinOneTransaction(weighed: WeighedRow[]): WeighedRow[] {
  const named = new Set<string>();
  const end = weighed.findIndex(({ change }) => change && named.add(change.email).size > ADDRESSES_AT_ONCE);
  return end < 0 ? weighed : weighed.slice(0, end);
}

async function changes(weighed: WeighedRow[], id: string, at: Instant): Promise<Write[]> {
  // Of an address that is named twice, the later change is the graver one.
  const news = new Map(weighed.flatMap(({ change }) => (change ? [[change.email, change]] : [])));
  const owners = await findContactIds([...news.keys()]);
  const heard = { at, cause: `import ${id}` };
  return [...news].flatMap(([email, { suppression, kept }]) =>
    suppressionWrites({ email, kept, contactId: owners.get(email) }, suppression, heard),
  );
}

function finishedAct({ id, startedBy, counts }: SuppressionImport, at: Instant): Write {
  return auditAct({ staff: startedBy, act: "suppression.imported", subject: `import#${id}`, after: counts }, at);
}
