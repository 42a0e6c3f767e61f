/** What must hold of a row at the moment it is written; attributes are top-level names. */
export type Condition =
  | { absent: string }
  | { present: string }
  | { equals: [attribute: string, value: unknown] }
  | { differs: [attribute: string, value: unknown] }
  | { atLeast: [attribute: string, value: number | string] }
  | { below: [attribute: string, value: number | string] }
  | { allOf: Condition[] }
  | { anyOf: Condition[] };

/** The row does not exist yet. */
export const isNew: Condition = { absent: "pk" };

/** The row exists. */
export const exists: Condition = { present: "pk" };

/** Collects the placeholders of one DynamoDB expression. */
export interface Placeholders {
  names: Record<string, string>;
  values: Record<string, unknown>;
}

/** Renders a condition as a DynamoDB condition expression, adding its placeholders. */
export function conditionExpression(condition: Condition, into: Placeholders): string {
  if ("absent" in condition) return `attribute_not_exists(${nameFor(condition.absent, into)})`;
  if ("present" in condition) return `attribute_exists(${nameFor(condition.present, into)})`;
  if ("allOf" in condition) return joined(condition.allOf, " AND ", into);
  if ("anyOf" in condition) return joined(condition.anyOf, " OR ", into);
  return comparison(condition, into);
}

/** The placeholder of an attribute name. */
export function nameFor(attribute: string, into: Placeholders): string {
  const placeholder = `#${attribute}`;
  into.names[placeholder] = attribute;
  return placeholder;
}

/** The placeholder of a value. */
export function valueFor(value: unknown, into: Placeholders): string {
  const placeholder = `:v${Object.keys(into.values).length}`;
  into.values[placeholder] = value;
  return placeholder;
}

function comparison(
  condition: Exclude<
    Condition,
    { absent: string } | { present: string } | { allOf: Condition[] } | { anyOf: Condition[] }
  >,
  into: Placeholders,
): string {
  if ("equals" in condition) return compare(condition.equals, "=", into);
  if ("differs" in condition) return compare(condition.differs, "<>", into);
  if ("atLeast" in condition) return compare(condition.atLeast, ">=", into);
  return compare(condition.below, "<", into);
}

function compare([attribute, value]: [string, unknown], operator: string, into: Placeholders): string {
  return `${nameFor(attribute, into)} ${operator} ${valueFor(value, into)}`;
}

function joined(conditions: Condition[], operator: string, into: Placeholders): string {
  const parts = conditions.map((each) => conditionExpression(each, into));
  // DynamoDB refuses parentheses around parentheses.
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(operator)})`;
}
