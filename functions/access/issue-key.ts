import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { hashSecret, newSecret } from "../platform/ids.ts";
import { apiKeyWrite } from "./store.ts";

/** Makes a server key for an integrator; it is shown this once and kept as a hash. */
export async function issueKey(name: string, now: Instant): Promise<{ ok: true; key: string }> {
  const key = `tm_${newSecret()}`;
  await commit([apiKeyWrite(hashSecret(key), name, now)]);
  return { ok: true, key };
}
