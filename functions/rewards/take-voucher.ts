import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { CHANGED } from "../points/store.ts";
import { refusalToUse, type Voucher } from "./rules/voucher.ts";
import { codeTyped } from "./rules/voucher-code.ts";
import { readVoucher, readVoucherUse, voucherUseWrites } from "./store.ts";

export type TakenVoucher =
  | { ok: true; voucher: Voucher; repeated: boolean }
  | { ok: false; reason: "voucher-not-valid" };

// Whoever tries codes learns nothing from which of them were once good.
const NOT_VALID = { ok: false, reason: "voucher-not-valid" } as const;

/** Takes a voucher for an order of the shop: once for each order, and not more often than the voucher may be used. */
export async function takeVoucher(typed: string, orderId: string, now: Instant): Promise<TakenVoucher> {
  const code = codeTyped(typed);
  const voucher = code && (await readVoucher(code));
  if (!voucher) return NOT_VALID;
  if (await readVoucherUse(voucher.code, orderId)) return { ok: true, voucher, repeated: true };
  if (refusalToUse(voucher, now)) return NOT_VALID;
  const outcome = await commit(voucherUseWrites(voucher, orderId, now));
  if (outcome.ok) return { ok: true, voucher: { ...voucher, uses: voucher.uses + 1 }, repeated: false };
  return outcome.reason === CHANGED ? { ok: true, voucher, repeated: true } : NOT_VALID;
}
