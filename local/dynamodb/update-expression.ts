import { type AttributeValue, type Item, type Path, typeOf, valueAt } from "./attribute-value.ts";
import type { Operand, ParsedUpdate, UpdateSection } from "./dynalite.ts";
import { validationError } from "./dynamo-error.ts";
import { sum } from "./number.ts";

type SetType = "SS" | "NS" | "BS";

interface Holder {
  value: AttributeValue;
  last: string | number;
}

/**
 * The item after an update. Every right-hand side and every list position refers to the item as it was before,
 * so `before` is read and a copy is written.
 */
export function updated(before: Item, update: ParsedUpdate): Item {
  const after = structuredClone(before);
  const values = update.sections.map((section) => newValue(section, before));
  const lists = new Set<AttributeValue>();
  for (const [position, section] of update.sections.entries()) {
    const holder = holderOf(after, section.path);
    if (holder.value.L) lists.add(holder.value);
    place(holder, values[position]);
  }
  for (const list of lists) list.L = (list.L ?? []).filter((member) => member !== undefined);
  return after;
}

// Undefined stands for "remove"; in a list it leaves a hole until every position has been used.
function newValue({ type, path, val }: UpdateSection, before: Item): AttributeValue | undefined {
  if (type === "remove") return undefined;
  if (type === "set") return resolve(val, before);
  const existing = valueAt(before, path);
  const operand = val as AttributeValue;
  if (existing && typeOf(existing) !== typeOf(operand)) throw wrongType();
  return type === "add" ? added(existing, operand) : without(existing, operand);
}

function added(existing: AttributeValue | undefined, operand: AttributeValue): AttributeValue {
  if (!existing) return operand;
  if (operand.N !== undefined) return { N: sum(existing.N as string, operand.N) };
  const type = typeOf(operand) as SetType;
  return { [type]: [...new Set([...(existing[type] ?? []), ...(operand[type] ?? [])])] };
}

function without(existing: AttributeValue | undefined, operand: AttributeValue): AttributeValue | undefined {
  const type = typeOf(operand) as SetType;
  const kept = existing?.[type]?.filter((member) => !operand[type]?.includes(member)) ?? [];
  return kept.length > 0 ? { [type]: kept } : undefined;
}

function holderOf(item: Item, path: Path): Holder {
  const value = path.length === 1 ? { M: item } : valueAt(item, path.slice(0, -1));
  const last = path.at(-1) as string | number;
  if (!value || (typeof last === "number" ? !value.L : !value.M)) {
    throw validationError("The document path provided in the update expression is invalid for update");
  }
  return { value, last };
}

function place({ value, last }: Holder, next: AttributeValue | undefined): void {
  if (typeof last === "number") placeInList(value.L as (AttributeValue | undefined)[], last, next);
  else if (next === undefined) delete (value.M as Item)[last];
  else (value.M as Item)[last] = next;
}

function placeInList(list: (AttributeValue | undefined)[], position: number, next: AttributeValue | undefined): void {
  if (next !== undefined || position < list.length) list[position] = next;
}

function resolve(operand: Operand, before: Item): AttributeValue {
  if (Array.isArray(operand)) return present(valueAt(before, operand));
  if (operand.type === undefined) return operand;
  const [first, second] = operand.args as [Operand, Operand];
  if (operand.name === "if_not_exists") return valueAt(before, first as Path) ?? resolve(second, before);
  const left = resolve(first, before);
  const right = resolve(second, before);
  if (operand.name === "list_append") return appended(left, right);
  if (left.N === undefined || right.N === undefined) throw wrongType();
  return { N: sum(left.N, right.N, operand.type === "subtract") };
}

function appended({ L: left }: AttributeValue, { L: right }: AttributeValue): AttributeValue {
  if (!left || !right) throw wrongType();
  return { L: [...left, ...right] };
}

function present(value: AttributeValue | undefined): AttributeValue {
  if (value) return value;
  throw validationError("The provided expression refers to an attribute that does not exist in the item");
}

const wrongType = () => validationError("An operand in the update expression has an incorrect data type");
