import { matcherFor, type Scalar } from "./filter-condition.ts";
import type { MessageAttributes } from "./queue.ts";

/** An SNS subscription's filter: keys that must all match, each by any one of its conditions. */
export type FilterPolicy = { [key: string]: unknown };
export type FilterScope = "MessageAttributes" | "MessageBody";

interface FilteredMessage {
  message: string;
  attributes: MessageAttributes;
}

/** Refuses a policy with an operator we do not know: a filter that silently matches nothing would hide drift. */
export function checkFilterPolicy(policy: FilterPolicy): void {
  for (const [key, value] of Object.entries(policy)) {
    if (key === "$or") (value as FilterPolicy[]).forEach(checkFilterPolicy);
    else checkConditions(key, value);
  }
}

function checkConditions(key: string, value: unknown): void {
  if (Array.isArray(value)) value.forEach(matcherFor);
  else if (value !== null && typeof value === "object") checkFilterPolicy(value as FilterPolicy);
  else throw new Error(`Filter policy: "${key}" must list its conditions in an array.`);
}

export function matchesFilter(policy: FilterPolicy | undefined, scope: FilterScope, message: FilteredMessage): boolean {
  if (policy === undefined) return true;
  if (scope === "MessageAttributes") return matchesValues(policy, attributeValues(message.attributes));
  try {
    return matchesValues(policy, JSON.parse(message.message));
  } catch {
    // SNS does not deliver a body that is no JSON to a subscription that filters on the body.
    return false;
  }
}

function matchesValues(policy: FilterPolicy, values: unknown): boolean {
  return Object.entries(policy).every(([key, conditions]) => {
    if (key === "$or") return (conditions as FilterPolicy[]).some((branch) => matchesValues(branch, values));
    const value = childOf(values, key);
    if (!Array.isArray(conditions)) return matchesNested(conditions as FilterPolicy, value);
    const found = scalarsIn(value);
    return conditions.some((condition) => matcherFor(condition)(found));
  });
}

function matchesNested(policy: FilterPolicy, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => matchesValues(policy, item));
  return matchesValues(policy, value);
}

function childOf(values: unknown, key: string): unknown {
  if (values === null || typeof values !== "object" || !Object.hasOwn(values, key)) return undefined;
  return (values as Record<string, unknown>)[key];
}

/** The values to compare: none where the key is absent, several where it holds a list. */
function scalarsIn(value: unknown): Scalar[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as Scalar[];
}

function attributeValues(attributes: MessageAttributes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue }]) => {
      if (DataType === "Number") return [name, Number(StringValue)];
      if (DataType === "String.Array") return [name, JSON.parse(StringValue ?? "[]")];
      return [name, StringValue];
    }),
  );
}
