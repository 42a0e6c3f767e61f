import type { Instant } from "../platform/clock.ts";
import { newId } from "../platform/ids.ts";
import type { Write } from "../platform/writes.ts";
import { type AuditEntry, auditWrite } from "./store.ts";

/** The audit row of one act in the console, to be committed together with what it records. */
export function auditAct(act: Omit<AuditEntry, "id" | "at">, at: Instant): Write {
  return auditWrite({ ...act, id: newId("aud", at), at });
}
