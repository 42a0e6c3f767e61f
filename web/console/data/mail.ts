import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { SettleUnknownMail } from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export const unknownMail = infiniteQueryOptions({
  queryKey: ["mail", "unknown"],
  queryFn: ({ signal, pageParam }) => {
    const query = { limit: 25, ...(pageParam && { next: pageParam }) };
    return answered(api.GET("/v1/console/mail/unknown", { params: { query }, signal }));
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next,
});

export const reconciledDays = queryOptions({
  queryKey: ["mail", "reconciliation"],
  queryFn: ({ signal }) => answered(api.GET("/v1/console/mail/reconciliation", { signal })),
});

export const sendingStanding = queryOptions({
  queryKey: ["mail", "sending"],
  queryFn: ({ signal }) => answered(api.GET("/v1/console/sending", { signal })),
});

export const heldMail = queryOptions({
  queryKey: ["mail", "holds"],
  queryFn: ({ signal }) => answered(api.GET("/v1/console/mail/holds", { signal })),
});

/** Settles an unclear mail by what somebody decided; pressing twice is harmless. */
export function settleUnknownMail(body: SettleUnknownMail) {
  return answered(api.POST("/v1/console/mail/unknown/settle", { body }));
}

/** Lets a held source go on; pressing twice is harmless. */
export function resumeHeldMail(source: string) {
  return answered(api.POST("/v1/console/mail/holds/resume", { body: { source } }));
}
