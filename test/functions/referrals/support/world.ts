import { commit } from "../../../../functions/platform/commit.ts";
import { type Event, type EventOf, eventHandledWrite, recordEvent } from "../../../../functions/platform/events.ts";
import { advanceLot } from "../../../../functions/points/advance-lot.ts";
import { earnPoints } from "../../../../functions/points/earn-points.ts";
import { reverseOrder } from "../../../../functions/points/reverse-order.ts";
import { reverseReferral } from "../../../../functions/points/reverse-referral.ts";
import { attributeFriend } from "../../../../functions/referrals/attribute-friend.ts";
import { joinProgramme } from "../../../../functions/referrals/join-programme.ts";
import { qualifyReferral } from "../../../../functions/referrals/qualify-referral.ts";
import { rejectReferral } from "../../../../functions/referrals/reject-referral.ts";
import { rewardReferral } from "../../../../functions/referrals/reward-referral.ts";
import { readMultiplier } from "../../../../functions/tiers/read-tier.ts";
import { reviewTier } from "../../../../functions/tiers/review-tier.ts";
import { scheduleReview } from "../../../../functions/tiers/schedule-review.ts";
import { type LocalTables, localTables } from "../../points/support/local-tables.ts";
import { starterRules } from "../../points/support/starter-rules.ts";
import { starterTiers } from "../../tiers/support/starter-tiers.ts";
import { referralRules, starterReferral } from "./starter-referral.ts";

const rules = [...starterRules, ...referralRules];

/** Members, orders and time on the local tables: every due row is worked on in order, as the queues would have it. */
export interface World {
  tables: LocalTables;
  /** A confirmed contact who is a member; with a code somebody's friend. */
  join(contactId: string, about: { at: string; email?: string; name?: string; code?: string }): Promise<string>;
  /** Something happens; what follows from it follows with the next `until`. */
  happens(event: Event): Promise<void>;
  /** Works on everything that is due up to an instant, in the order in which it falls due. */
  until(now: string): Promise<void>;
  /** Works on everything due twice over, each row by two workers at once. */
  twice: boolean;
}

export async function openWorld(): Promise<World> {
  const tables = await localTables();
  const world: World = {
    tables,
    twice: false,
    async join(contactId, { at, email = `${contactId}@example.org`, name, code }) {
      tables.put({ pk: contactId, sk: "contact", id: contactId, email, confirmedAt: at, ...(name ? { name } : {}) });
      const joined = await joinProgramme(contactId, at);
      if (code) await attributeFriend({ friendId: contactId, touches: [{ code, at }], at }, starterReferral, at);
      return joined.ok ? joined.member.code : "";
    },
    async happens(event) {
      await commit([recordEvent(event)]);
    },
    async until(now) {
      for (let due = firstDue(tables, now); due; due = firstDue(tables, now)) {
        const work = () => doWork(due as DueRow, (due as DueRow).dueAt);
        await Promise.all(world.twice ? [work(), work()] : [work()]);
      }
    },
  };
  return world;
}

type DueRow = { pk: string; sk: string; dueAt: string };

function firstDue(tables: LocalTables, now: string): DueRow | undefined {
  const due = tables.rows("Main").filter(({ queue, dueAt }) => queue && String(dueAt) <= now) as unknown as DueRow[];
  return due.sort((a, b) => (`${a.dueAt}${a.pk}${a.sk}` < `${b.dueAt}${b.pk}${b.sk}` ? -1 : 1))[0];
}

async function doWork(row: DueRow, now: string): Promise<void> {
  const key = { pk: row.pk, sk: row.sk };
  if (row.sk.startsWith("lot#")) await advanceLot(key, now);
  else if (row.sk === "tier") await reviewTier(row.pk, starterTiers, now);
  else if (row.sk === "referral") await rewardReferral(row.pk, now);
  else await react(row as unknown as Event, key, now);
}

async function react(event: Event, key: { pk: string; sk: string }, now: string): Promise<void> {
  for (const verb of REACTIONS[event.type] ?? []) await verb(event, now);
  await commit([eventHandledWrite(key)]);
}

const earn = async (event: Event, now: string) => {
  const multiplierPercent = await readMultiplier(event.contactId, starterTiers);
  return earnPoints({ event: event as never, rules, multiplierPercent, zone: "Europe/Berlin" }, now);
};
const review = (event: Event, now: string) => scheduleReview(event.contactId, now);

const REACTIONS: Partial<Record<Event["type"], ((event: Event, now: string) => Promise<unknown>)[]>> = {
  "trial.used": [earn],
  "review.recorded": [earn],
  "purchase.recorded": [
    earn,
    (event, now) => qualifyReferral(event as EventOf<"purchase.recorded">, { programme: starterReferral, rules }, now),
  ],
  "purchase.refunded": [
    (event, now) => reverseOrder(event as EventOf<"purchase.refunded">, now),
    (event, now) => rejectReferral(event as EventOf<"purchase.refunded">, starterReferral, now),
  ],
  "referral.qualified": [earn],
  "referral.rejected": [(event, now) => reverseReferral(event as EventOf<"referral.rejected">, now)],
  "points.earned": [review],
  "points.released": [review],
  "points.reversed": [review],
};
