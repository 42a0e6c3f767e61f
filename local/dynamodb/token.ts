import { createHash } from "node:crypto";
import type { Context } from "./context.ts";
import { serviceError } from "./dynamo-error.ts";
import type { TransactWriteRequest } from "./request.ts";

/** DynamoDB forgets a client's token after ten minutes. */
const REMEMBERED_MS = 10 * 60 * 1000;

/** A client's token, and what it was used for. */
export interface Token {
  token: string;
  digest: string;
}

/** The token of a request as it arrived, before its expressions are parsed; none where the client sent none. */
export function tokenOf({ ClientRequestToken, TransactItems }: TransactWriteRequest): Token | undefined {
  if (ClientRequestToken === undefined) return undefined;
  const contents = JSON.stringify(TransactItems, sortedMembers);
  return { token: ClientRequestToken, digest: createHash("sha256").update(contents).digest("base64url") };
}

/** Whether this very transaction was carried out before; the same token with other contents is refused. */
export function isReplay({ database, now }: Context, used: Token | undefined): boolean {
  if (!used) return false;
  const row = database
    .prepare("SELECT digest FROM tokens WHERE token = ? AND at > ?")
    .get(used.token, now() - REMEMBERED_MS);
  if (!row || row.digest === used.digest) return row !== undefined;
  throw serviceError("IdempotentParameterMismatchException", "The token was used with other parameters before.");
}

/** Remembers a transaction's token in the same commit, so that not even a crash lets it run twice. */
export function rememberToken({ database, now }: Context, used: Token | undefined): void {
  if (!used) return;
  database.prepare("DELETE FROM tokens WHERE at <= ?").run(now() - REMEMBERED_MS);
  database.prepare("REPLACE INTO tokens (token, digest, at) VALUES (?, ?, ?)").run(used.token, used.digest, now());
}

// The order of an object's members means nothing.
function sortedMembers(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
