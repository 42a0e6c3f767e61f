import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";

/** Values in the form that DynamoDB keeps; undefined ones are left out. */
export function rowForm(values: Record<string, unknown>): Record<string, AttributeValue> {
  return marshall(clear(values), { removeUndefinedValues: true });
}

/**
 * The SDK takes an object's kind from its `constructor`, which in data that strangers send may be a name like any other.
 * As a Map, such an object is what it looks like.
 */
function clear<T>(value: T): T;
function clear(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clear);
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, clear(each)] as const);
  return Object.hasOwn(value, "constructor") ? new Map(entries) : Object.fromEntries(entries);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
