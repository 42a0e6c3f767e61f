import { type AttributeValue, typeOf } from "./attribute-value.ts";
import { decimal, helpers } from "./dynalite.ts";

const NO_BYTES = new Uint8Array();

/** The bytes of a key value, ordered as DynamoDB orders keys: UTF-8 bytes, numbers by value, binaries by byte. */
export function keyBytes(value: AttributeValue | undefined): Uint8Array {
  if (value === undefined) return NO_BYTES;
  if (value.S !== undefined) return Buffer.from(value.S, "utf8");
  if (value.N !== undefined) return Buffer.from(helpers.toLexiStr(value.N, "N"), "latin1");
  return Buffer.from(value.B ?? "", "base64");
}

/** The first bytes after every string that begins with the prefix; undefined where there is no such end. */
export function afterPrefix(prefix: Uint8Array): Uint8Array | undefined {
  for (let last = prefix.length - 1; last >= 0; last -= 1) {
    const byte = prefix[last] as number;
    if (byte === 0xff) continue;
    const end = Uint8Array.from(prefix.subarray(0, last + 1));
    end[last] = byte + 1;
    return end;
  }
  return undefined;
}

export const BUCKETS = 4096;

/** Spreads partitions over buckets, so that a scan meets them in no useful order and segments are even. */
export function bucketOf(hash: Uint8Array): number {
  let state = 0x811c9dc5;
  for (const byte of hash) state = Math.imul(state ^ byte, 0x01000193);
  return ((state >>> 12) ^ state) & (BUCKETS - 1);
}

/** Orders two values of one scalar type; NaN where the types differ or know no order. */
export function compareScalars(left: AttributeValue, right: AttributeValue): number {
  const type = typeOf(left);
  if (type !== typeOf(right)) return Number.NaN;
  if (type === "N") return decimal(left.N as string).cmp(right.N as string);
  return type === "S" || type === "B" ? Buffer.compare(keyBytes(left), keyBytes(right)) : Number.NaN;
}
