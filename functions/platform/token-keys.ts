import { randomBytes } from "node:crypto";
import { now } from "./clock.ts";
import { commit } from "./commit.ts";
import { isNew } from "./conditions.ts";
import { queryAll } from "./dynamo.ts";
import type { Item } from "./items.ts";
import type { TokenKey } from "./tokens.ts";

/**
 * The keys live in the main table, encrypted at rest like everything in it: no second SDK client in the small public
 * functions, and a rotation is one more row. Old rows stay, so an unsubscribe link outlives a rotation.
 */
const PARTITION = "key#token";
const KEPT_MILLISECONDS = 5 * 60 * 1000;

let kept: { keys: TokenKey[]; until: number } | undefined;

/** The token keys, oldest first; the very first caller of a deployment makes the first one. */
export async function tokenKeys(): Promise<TokenKey[]> {
  const known = await knownTokenKeys();
  return known.length > 0 ? known : keep(await firstKey());
}

/** The token keys that there are, for whoever only checks tokens and may write nothing. */
export async function knownTokenKeys(): Promise<TokenKey[]> {
  return kept && Date.now() < kept.until ? kept.keys : keep(await readKeys());
}

function keep(keys: TokenKey[]): TokenKey[] {
  if (keys.length > 0) kept = { keys, until: Date.now() + KEPT_MILLISECONDS };
  return keys;
}

async function readKeys(): Promise<TokenKey[]> {
  const rows = await queryAll<Item & { secret: string }>({ pk: PARTITION, consistent: true });
  return rows.map((row) => ({ id: row.sk, secret: row.secret }));
}

async function firstKey(): Promise<TokenKey[]> {
  // A fixed id makes the race of two first callers harmless: one put wins and both read it.
  const item = { pk: PARTITION, sk: "0001", secret: randomBytes(32).toString("base64url"), madeAt: now() };
  await commit([{ put: item, onlyIf: isNew }]);
  return readKeys();
}
