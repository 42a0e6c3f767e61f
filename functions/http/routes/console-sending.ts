import * as z from "zod/mini";
import { route } from "./route.ts";
import { Instant } from "./shared-schemas.ts";

export const SendingCheck = z.strictObject({
  item: z.enum(["domain", "dkim", "return-path", "dmarc", "production", "sending", "daily-quota", "postal-address"]),
  state: z.enum(["good", "warn", "bad", "unasked"]),
  detail: z.nullable(z.string()),
});
export type SendingCheck = z.infer<typeof SendingCheck>;

export const SendingLane = z.strictObject({
  doing: z.enum(["sending", "waiting", "resting"]),
  because: z.nullable(z.enum(["sending-paused", "daily-quota", "not-set-up", "throttled", "monthly-budget"])),
  until: z.nullable(Instant),
});
export type SendingLane = z.infer<typeof SendingLane>;

export const SendingStanding = z.strictObject({
  domain: z.string(),
  /** Nothing is red: many people may be written to. */
  ready: z.boolean(),
  checks: z.array(SendingCheck),
  transactional: SendingLane,
  marketing: SendingLane,
});
export type SendingStanding = z.infer<typeof SendingStanding>;

export const readSending = route({
  id: "readSending",
  method: "GET",
  path: "/v1/console/sending",
  audience: "staff",
  permission: "read",
  summary: "Whether domain and account are ready for writing to many people, and what the lanes do",
  answers: { 200: SendingStanding },
});
