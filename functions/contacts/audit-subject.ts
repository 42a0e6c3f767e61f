import { addressHash } from "../platform/address-hash.ts";

/** How the audit names an address: by its keyed hash, because audit rows outlive the erasure of whom they are about. */
export async function auditSubject(email: string): Promise<string> {
  return `suppression#${(await addressHash())(email)}`;
}
