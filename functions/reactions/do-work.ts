import { answerSignIn } from "../access/answer-sign-in.ts";
import { advanceDueEnrollment } from "../journeys/advance-enrollment.ts";
import type { Instant } from "../platform/clock.ts";
import type { Key } from "../platform/items.ts";
import { advanceLot } from "../points/advance-lot.ts";
import { continueErasure } from "../privacy/continue-erasure.ts";
import { readTierProgramme } from "../programme/store.ts";
import { rewardReferral } from "../referrals/reward-referral.ts";
import { reviewTier } from "../tiers/review-tier.ts";
import { beginConfirmation } from "../trials/begin-confirmation.ts";
import { reactToEvent } from "./react-to-event.ts";

/** The work that a due row asks for, by what its sort key begins with. */
const WORK: Record<string, (row: Key, now: Instant) => Promise<unknown>> = {
  "sign-up": (row, now) => beginConfirmation(addressOf(row), now),
  "sign-in-request": (row, now) => answerSignIn(addressOf(row), now),
  event: (row, now) => reactToEvent(row, now),
  enrollment: (row, now) => advanceDueEnrollment(row, now),
  referral: (row, now) => rewardReferral(row.pk, now),
  lot: (row, now) => advanceLot(row, now),
  erasure: (row, now) => continueErasure(row.pk, now),
  tier: async (row, now) => reviewTier(row.pk, await readTierProgramme(), now),
};

/** Does what a due row asks for; a row that needs nothing any more is left as it is. */
export async function doWork(row: Key, now: Instant): Promise<void> {
  const kind = row.sk.split("#", 1)[0] ?? "";
  const work = Object.hasOwn(WORK, kind) ? WORK[kind] : undefined;
  if (!work) throw new Error(`Nobody knows how to work on rows of the kind "${kind}".`);
  await work(row, now);
}

function addressOf({ pk }: Key): string {
  return pk.slice("adr#".length);
}
