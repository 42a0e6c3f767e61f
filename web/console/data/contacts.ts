import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export function contactList(email: string) {
  return infiniteQueryOptions({
    queryKey: ["contacts", "list", email],
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 25, ...(email && { email }), ...(pageParam && { next: pageParam }) };
      return answered(api.GET("/v1/console/contacts", { params: { query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function contactById(id: string) {
  return queryOptions({
    queryKey: ["contacts", id],
    queryFn: ({ signal }) => answered(api.GET("/v1/console/contacts/{id}", { params: { path: { id } }, signal })),
  });
}

export type TimelineFilter = "all" | "event" | "message" | "decision" | "consent";

export function contactTimeline(id: string, filter: TimelineFilter) {
  return infiniteQueryOptions({
    queryKey: ["contacts", id, "timeline", filter],
    queryFn: ({ signal, pageParam }) => {
      const kind = filter === "all" ? {} : { kind: filter };
      const query = { limit: 30, ...kind, ...(pageParam && { next: pageParam }) };
      return answered(api.GET("/v1/console/contacts/{id}/timeline", { params: { path: { id }, query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Everything that is held of one person. */
export function exportContact(id: string) {
  return answered(api.POST("/v1/console/contacts/{id}/export", { params: { path: { id } }, body: {} }));
}

/** Erases a person; asking again tells how far it is. */
export function eraseContact(id: string, confirmation: string) {
  return answered(api.POST("/v1/console/contacts/{id}/erase", { params: { path: { id } }, body: { confirmation } }));
}

/** How far an erasure is, looked at again while it is under way. */
export function contactErasure(id: string) {
  return queryOptions({
    queryKey: ["contacts", id, "erasure"],
    queryFn: ({ signal }) =>
      answered(api.GET("/v1/console/contacts/{id}/erasure", { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (data && !data.finishedAt ? (data.checkedAt ? 30_000 : 2_000) : false),
  });
}
