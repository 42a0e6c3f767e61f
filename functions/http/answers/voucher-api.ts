import { now } from "../../platform/clock.ts";
import type { HttpEvent, HttpResponse } from "../../platform/http-handler.ts";
import { takeVoucher } from "../../rewards/take-voucher.ts";
import { problem } from "../problem.ts";
import { readAs } from "../read-as.ts";
import { json } from "../respond.ts";
import { VoucherUse } from "../routes/integrator-vouchers.ts";

/** POST /v1/vouchers/{code}/uses: the shop takes a voucher for an order. */
export async function takeVoucherAsked(event: HttpEvent): Promise<HttpResponse> {
  const body = readAs(VoucherUse, event);
  if (!body.ok) return body.response;
  const taken = await takeVoucher(event.pathParameters?.code ?? "", body.value.orderId, now());
  if (!taken.ok) return problem(taken.reason);
  const { code, reward, worth, goodUntil } = taken.voucher;
  return json(201, { code, rewardId: reward, worth, goodUntil, repeated: taken.repeated });
}
