import type { Instant } from "../../platform/clock.ts";

/** What suppresses an address: what SES reported, or a person's decision. */
export const SUPPRESSION_REASONS = ["hard-bounce", "soft-bounces", "complaint", "manual"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** Why an address must not be mailed, whatever was agreed to. */
export interface Suppression {
  reason: SuppressionReason;
  /** When what it is suppressed for happened. */
  at: Instant;
  /** The reason in the words of whoever entered it. */
  note?: string;
  /** Who entered it; nobody did what SES reported. */
  by?: string;
}

/** All that is kept about the suppression of an address; one that was lifted is kept for the instant of its lifting. */
export interface SuppressionRecord extends Suppression {
  liftedAt?: Instant;
  /** Its owner was erased: the keyed hash under which it is kept in place of the address. */
  erased?: string;
}

/** The suppression that holds now, if one does. */
export function suppressionIn<T extends SuppressionRecord>(record: T | undefined): T | undefined {
  return record?.liftedAt ? undefined : record;
}

/** Of the records of one address, the one that holds: who was erased may have come back, and been suppressed anew. */
export function inForce<T extends SuppressionRecord>(...records: (T | undefined)[]): T | undefined {
  return records.find(suppressionIn) ?? records.find((record) => record !== undefined);
}

/** Soft bounces are forgotten at a delivery, a person may change their mind, and the others tell of the address itself. */
const GRAVITY: Record<SuppressionReason, number> = { "soft-bounces": 0, manual: 1, "hard-bounce": 2, complaint: 2 };

/**
 * Whether an address is to be suppressed for this, whatever is kept about it. The first reason stays until a graver one
 * comes; what happened before a lifting is settled by it, unless it is graver than what was lifted.
 */
export function suppressesAnew(kept: SuppressionRecord | undefined, { reason, at }: Suppression): boolean {
  if (!kept || GRAVITY[reason] > GRAVITY[kept.reason]) return true;
  return kept.liftedAt !== undefined && at > kept.liftedAt;
}

/** Whether lifting it is a risk to everybody's mail, which wants a second thought. */
export function isRiskyToLift({ reason }: Suppression): boolean {
  return GRAVITY[reason] > GRAVITY.manual;
}
