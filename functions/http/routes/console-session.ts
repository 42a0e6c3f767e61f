import * as z from "zod/mini";
import { ROLES } from "../../access/rules/staff.ts";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

export const StaffRole = z.enum(ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

export const StaffSession = z.strictObject({
  email: z.string(),
  role: StaffRole,
  brandName: z.strictObject({ en: z.string(), "zh-CN": z.string() }),
  expiresAt: Instant,
});
export type StaffSession = z.infer<typeof StaffSession>;

export const readSession = route({
  id: "readConsoleSession",
  method: "GET",
  path: "/v1/console/session",
  audience: "staff",
  permission: "read",
  summary: "Who is signed in, and as what",
  answers: { 200: StaffSession },
});
