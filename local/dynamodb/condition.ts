import { type AttributeValue, type Item, type Path, typeOf, valueAt } from "./attribute-value.ts";
import type { Expression, Operand } from "./dynalite.ts";
import { compareScalars, keyBytes } from "./key-bytes.ts";
import { sameValue } from "./same-value.ts";

type Value = AttributeValue | undefined;

/** Whether an item meets a parsed condition; an item that does not exist is tried as an empty one. */
export function meets(item: Item, expression: Expression): boolean {
  const { type, args } = expression;
  if (type === "and") return meets(item, args[0] as Expression) && meets(item, args[1] as Expression);
  if (type === "or") return meets(item, args[0] as Expression) || meets(item, args[1] as Expression);
  if (type === "not") return !meets(item, args[0] as Expression);
  const test = TESTS[type === "function" ? (expression.name ?? "") : type];
  if (!test) throw new Error(`The expression parser yielded an unknown test: ${expression.name ?? type}`);
  const [value, ...operands] = args.map((arg) => resolve(arg as Operand, item));
  return test(value, operands);
}

const ordered =
  (accepts: (order: number) => boolean) =>
  (value: Value, [other]: Value[]): boolean =>
    value !== undefined && other !== undefined && accepts(compareScalars(value, other));

const equal = (value: Value, other: Value): boolean =>
  value !== undefined && other !== undefined && sameValue(value, other);

const TESTS: Record<string, (value: Value, operands: Value[]) => boolean> = {
  "=": (value, [other]) => equal(value, other),
  // An absent attribute differs from every value.
  "<>": (value, [other]) => !equal(value, other),
  "<": ordered((order) => order < 0),
  "<=": ordered((order) => order <= 0),
  ">": ordered((order) => order > 0),
  ">=": ordered((order) => order >= 0),
  between: (value, [low, high]) =>
    ordered((order) => order >= 0)(value, [low]) && ordered((order) => order <= 0)(value, [high]),
  in: (value, members) => members.some((member) => equal(value, member)),
  attribute_exists: (value) => value !== undefined,
  attribute_not_exists: (value) => value === undefined,
  attribute_type: (value, [type]) => value !== undefined && typeOf(value) === type?.S,
  begins_with: (value, [prefix]) => value !== undefined && prefix !== undefined && beginsWith(value, prefix),
  contains: (value, [part]) => value !== undefined && part !== undefined && contains(value, part),
};

function resolve(operand: Operand, item: Item): Value {
  if (Array.isArray(operand)) return valueAt(item, operand as Path);
  if (operand.type !== "function") return operand as AttributeValue;
  const measured = resolve(operand.args[0] as Operand, item);
  const size = measured && sizeOf(measured);
  return size === undefined ? undefined : { N: String(size) };
}

function sizeOf(value: AttributeValue): number | undefined {
  const type = typeOf(value);
  if (type === "N" || type === "BOOL" || type === "NULL") return undefined;
  if (type === "B") return keyBytes(value).length;
  if (type === "M") return Object.keys(value.M as Item).length;
  return (value[type] as string | unknown[]).length;
}

function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S);
  if (value.B === undefined || prefix.B === undefined) return false;
  const start = keyBytes(prefix);
  return Buffer.compare(keyBytes(value).subarray(0, start.length), start) === 0;
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if (value.L) return value.L.some((member) => sameValue(member, part));
  if (value.S !== undefined) return part.S !== undefined && value.S.includes(part.S);
  if (value.B !== undefined)
    return part.B !== undefined && Buffer.from(value.B, "base64").includes(Buffer.from(part.B, "base64"));
  const type = typeOf(part);
  const members = value[`${type}S` as "SS" | "NS" | "BS"];
  return members?.includes(part[type] as string) ?? false;
}
