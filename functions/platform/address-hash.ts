import { createHmac, randomBytes } from "node:crypto";
import { now } from "./clock.ts";
import { commit } from "./commit.ts";
import { isNew } from "./conditions.ts";
import { getItem } from "./dynamo.ts";
import type { Item } from "./items.ts";

/** Makes of an address what tells it again only to who holds the key. */
export type AddressHash = (address: string) => string;

/**
 * A key of its own, beside the token keys in the main table. It is never renewed: what it was hashed with is known by
 * nothing else, and every suppression of an erased person would be lost.
 */
const KEY = { pk: "key#address", sk: "0001" };

let kept: AddressHash | undefined;

/** The hash of this deployment; its very first caller makes the key. */
export async function addressHash(): Promise<AddressHash> {
  if (kept) return kept;
  const secret = (await readSecret()) ?? (await firstSecret());
  kept = (address) => createHmac("sha256", secret).update(address).digest("base64url");
  return kept;
}

async function readSecret(): Promise<string | undefined> {
  return (await getItem<Item & { secret: string }>(KEY))?.secret;
}

async function firstSecret(): Promise<string> {
  // Two first callers at once: one put wins, and both read it.
  await commit([{ put: { ...KEY, secret: randomBytes(32).toString("base64url"), madeAt: now() }, onlyIf: isNew }]);
  return (await readSecret()) ?? "";
}
