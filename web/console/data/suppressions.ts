import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { LiftSuppression, SuppressAddress, SuppressedAddress } from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export function suppressionList(email: string) {
  return infiniteQueryOptions({
    queryKey: ["suppressions", email],
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 25, ...(email && { email }), ...(pageParam && { next: pageParam }) };
      return answered(api.GET("/v1/console/suppressions", { params: { query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function suppressAddress(body: SuppressAddress) {
  return answered(api.POST("/v1/console/suppressions", { body }));
}

export function liftSuppression(body: LiftSuppression) {
  return answered(api.POST("/v1/console/suppressions/lift", { body }));
}

/** Every suppressed address, page by page; `onRead` is told how many are there already. */
export async function everySuppression(onRead: (count: number) => void): Promise<SuppressedAddress[]> {
  const all: SuppressedAddress[] = [];
  let next: string | null = "";
  while (next !== null) {
    const query: { limit: number; next?: string } = { limit: 100, ...(next && { next }) };
    const page = await answered(api.GET("/v1/console/suppressions", { params: { query } }));
    all.push(...page.items);
    next = page.next;
    onRead(all.length);
  }
  return all;
}
