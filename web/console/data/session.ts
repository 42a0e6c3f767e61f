import { useQuery } from "@tanstack/react-query";
import type { StaffSession } from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered } from "./request-problem.ts";

export function useSession() {
  return useQuery({
    queryKey: ["session"],
    queryFn: ({ signal }): Promise<StaffSession> => answered(api.GET("/v1/console/session", { signal })),
    staleTime: 60_000,
  });
}

/** Who may change what is known of people and their addresses. */
export function mayCare(role: StaffSession["role"]): boolean {
  return role === "admin" || role === "care";
}

/** Who may say what an unclear mail is to be taken for. */
export function maySettle(role: StaffSession["role"]): boolean {
  return role !== "analyst";
}

/** Who may say that only the fields of a template can be changed. */
export function mayLock(role: StaffSession["role"]): boolean {
  return role === "admin";
}

/** Who may change templates; the API decides, this only keeps refused buttons off the screen. */
export function mayEdit(role: StaffSession["role"]): boolean {
  return role === "admin" || role === "marketer";
}
