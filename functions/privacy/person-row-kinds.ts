import { activityRowKinds } from "../activity/store.ts";
import { erasureRowKinds } from "../contacts/erasure-store.ts";
import { contactRowKinds } from "../contacts/store.ts";
import { journeyRowKinds } from "../journeys/store.ts";
import { mailRowKinds } from "../mail/store.ts";
import { eventRowKinds } from "../platform/events.ts";
import type { RowKind } from "../platform/row-kinds.ts";
import { pointRowKinds } from "../points/store.ts";
import { referralRowKinds } from "../referrals/store.ts";
import { rewardRowKinds } from "../rewards/store.ts";
import { tierRowKinds } from "../tiers/store.ts";
import { trialRowKinds } from "../trials/store.ts";

/** Every kind of row that is kept of a person; an export and an erasure know of nothing else, and refuse what is missing here. */
export const personRowKinds: readonly RowKind[] = [
  ...contactRowKinds,
  ...erasureRowKinds,
  ...trialRowKinds,
  ...eventRowKinds,
  ...mailRowKinds,
  ...journeyRowKinds,
  ...activityRowKinds,
  ...referralRowKinds,
  ...pointRowKinds,
  ...rewardRowKinds,
  ...tierRowKinds,
];
