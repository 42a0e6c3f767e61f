import type { Instant } from "../platform/clock.ts";
import { isNew } from "../platform/conditions.ts";
import { getItem } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { DUE_WORK, dueWork } from "../platform/work-rows.ts";
import type { Put, Update } from "../platform/writes.ts";
import type { TierState } from "./rules/tier-fall.ts";

/** The sort key of tier rows, by which a worker knows what it was handed. */
export const TIER = "tier";

/** A member's tier row; before the first review it only says when that is due. */
export interface TierRow extends Partial<TierState> {
  /** What counted at the last review. */
  qualifyingPoints?: number;
  /** Counts the changes, so that a review decided on older points is decided again. */
  revision: number;
  dueAt?: Instant;
}

const tierKey = (contactId: string): Key => ({ pk: contactId, sk: TIER });

export function readTierRow(contactId: string): Promise<(Item & TierRow) | undefined> {
  return getItem<Item & TierRow>(tierKey(contactId));
}

/** Where the member stands by this row, or undefined before the first review. */
export function stateOf(row: TierRow | undefined): TierState | undefined {
  if (!row?.tier || !row.since) return undefined;
  const { tier, since, shortSince, warnedAt } = row;
  return { tier, since, ...(shortSince ? { shortSince } : {}), ...(warnedAt ? { warnedAt } : {}) };
}

/** The first row of a member, due at `at`. */
export function firstTierWrite(contactId: string, at: Instant): Put {
  const item = { ...tierKey(contactId), revision: 1, ...dueWork("reactions", at, contactId) };
  return { put: item, onlyIf: isNew, refusal: "changed-meanwhile" };
}

/** Makes the row due at `at`, or without it only stops a review that is being decided right now. */
export function tierDueWrite(contactId: string, seen: TierRow, at?: Instant): Update {
  const due = at ? dueWork("reactions", at, contactId) : {};
  return { update: tierKey(contactId), set: { revision: seen.revision + 1, ...due }, ...unchanged(seen) };
}

/** Keeps the outcome of a review; without `nextAt` the row leaves the due index. */
export function tierReviewedWrite(
  contactId: string,
  seen: TierRow,
  state: TierState,
  { qualifyingPoints, nextAt }: { qualifyingPoints: number; nextAt?: Instant },
): Update {
  const gone = (["shortSince", "warnedAt"] as const).filter((name) => state[name] === undefined);
  const due = nextAt ? dueWork("reactions", nextAt, contactId) : {};
  return {
    update: tierKey(contactId),
    set: { ...state, qualifyingPoints, revision: seen.revision + 1, ...due },
    remove: [...gone, ...(nextAt ? [] : DUE_WORK)],
    ...unchanged(seen),
  };
}

/** Where a member stands; it follows from the books and stays with them. */
export const tierRowKinds: RowKind[] = [{ sk: TIER, section: "tier", erased: "stays" }];

function unchanged({ revision }: TierRow): Pick<Update, "onlyIf" | "refusal"> {
  return { onlyIf: { equals: ["revision", revision] }, refusal: "changed-meanwhile" };
}
