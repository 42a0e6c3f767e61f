import type { Instant } from "../../platform/clock.ts";
import type { Reward } from "./reward.ts";

/** A code that takes something off an order, how often it may, and how often it did. */
export interface Voucher {
  code: string;
  reward: string;
  contactId: string;
  redemptionId: string;
  worth: NonNullable<Reward["worth"]>;
  state: "valid" | "void";
  uses: number;
  mostUses: number;
  goodUntil: Instant;
}

/** Why a voucher cannot be used (again) now; undefined when it can. */
export function refusalToUse(voucher: Voucher, now: Instant): "void" | "used-up" | "lapsed" | undefined {
  if (voucher.state === "void") return "void";
  if (voucher.uses >= voucher.mostUses) return "used-up";
  return now >= voucher.goodUntil ? "lapsed" : undefined;
}
