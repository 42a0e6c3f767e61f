import { infiniteQueryOptions } from "@tanstack/react-query";
import type { CancelRedemption, FulfilRedemption } from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export const waitingRedemptions = infiniteQueryOptions({
  queryKey: ["redemptions"],
  queryFn: ({ signal, pageParam }) => {
    const query = { limit: 25, ...(pageParam && { next: pageParam }) };
    return answered(api.GET("/v1/console/redemptions", { params: { query }, signal }));
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
});

/** Says that what was redeemed is sent or done; pressing twice is harmless. */
export function fulfilRedemption(body: FulfilRedemption) {
  return answered(api.POST("/v1/console/redemptions/fulfil", { body }));
}

/** Calls a redemption off; points and stock go back, once. */
export function cancelRedemption(body: CancelRedemption) {
  return answered(api.POST("/v1/console/redemptions/cancel", { body }));
}
