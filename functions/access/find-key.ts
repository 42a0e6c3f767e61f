import { hashSecret } from "../platform/ids.ts";
import { readApiKey } from "./store.ts";

/**
 * The integrator behind an Authorization header: `Bearer <key>`, or HTTP Basic with the key as the user name as
 * Segment's clients send it.
 */
export async function findKey(authorization: string | undefined): Promise<{ name: string } | undefined> {
  const key = keyIn(authorization ?? "");
  return key ? readApiKey(hashSecret(key)) : undefined;
}

function keyIn(authorization: string): string | undefined {
  const [scheme = "", value = ""] = authorization.split(" ", 2);
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  return Buffer.from(value, "base64").toString().split(":", 1)[0];
}
