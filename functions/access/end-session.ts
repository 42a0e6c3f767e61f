import { commit } from "../platform/commit.ts";
import { hashSecret } from "../platform/ids.ts";
import { endSessionWrite } from "./store.ts";

/** Signs a browser out; the secret is worthless from now on. */
export async function endSession(secret: string | undefined): Promise<void> {
  if (secret) await commit([endSessionWrite(hashSecret(secret))]);
}
