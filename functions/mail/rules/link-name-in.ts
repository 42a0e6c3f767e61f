import { createHash } from "node:crypto";

/** What tells one link of a mail from another in reports: its id, or for an address of another form a short print of it. */
export function linkNameIn(address: string): string {
  const id = /\/c\/([\w-]{1,20})\/[\w.-]+$/.exec(address)?.[1];
  return id ?? `~${createHash("sha256").update(address).digest("base64url").slice(0, 8)}`;
}
