import { readAddress } from "./rules/read-address.ts";
import type { Suppression } from "./rules/suppression.ts";
import { readSuppression, suppressedAddresses } from "./suppression-store.ts";

export type SuppressedAddress = Suppression & { email: string };

/** One page of the addresses that must not be mailed, the newest first. */
export function listSuppressed(
  limit: number,
  after?: string,
): Promise<{ items: SuppressedAddress[]; next: string | undefined }> {
  return suppressedAddresses(limit, after);
}

/** Whether and why an address must not be mailed, however it is written. */
export async function findSuppressed(text: string): Promise<SuppressedAddress | undefined> {
  const email = readAddress(text);
  const suppression = email && (await readSuppression(email));
  return suppression ? { ...suppression, email } : undefined;
}
