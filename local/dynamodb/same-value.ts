import { type AttributeValue, type Item, typeOf } from "./attribute-value.ts";

/** Whether two values are equal as DynamoDB sees them: sets without order, maps and lists in depth. */
export function sameValue(left: AttributeValue, right: AttributeValue): boolean {
  const type = typeOf(left);
  if (type !== typeOf(right)) return false;
  if (type === "M") return sameItem(left.M as Item, right.M as Item);
  if (type === "L") return sameList(left.L as AttributeValue[], right.L as AttributeValue[]);
  if (Array.isArray(left[type])) return sameSet(left[type] as string[], right[type] as string[]);
  return left[type] === right[type];
}

/** Whether two items have the same attributes with the same values. */
export function sameItem(left: Item, right: Item): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && sameValue(left[name] as never, right[name] as never));
}

const sameList = (left: AttributeValue[], right: AttributeValue[]): boolean =>
  left.length === right.length && left.every((value, position) => sameValue(value, right[position] as AttributeValue));

function sameSet(left: string[], right: string[]): boolean {
  const members = new Set(right);
  return left.length === right.length && left.every((member) => members.has(member));
}
