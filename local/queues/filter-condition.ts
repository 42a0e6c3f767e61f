export type Scalar = string | number | boolean | null;
type Matcher = (values: Scalar[]) => boolean;

const COMPARISONS: Record<string, (left: number, right: number) => boolean> = {
  "=": (left, right) => left === right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

const OPERATORS: Record<string, (operand: unknown) => Matcher> = {
  exists: (wanted) => (values) => values.length > 0 === wanted,
  prefix: (prefix) => onText((text) => text.startsWith(prefix as string)),
  suffix: (suffix) => onText((text) => text.endsWith(suffix as string)),
  "equals-ignore-case": (wanted) => onText((text) => text.toLowerCase() === (wanted as string).toLowerCase()),
  numeric: (comparisons) => any((value) => typeof value === "number" && inRange(value, comparisons as unknown[])),
  "anything-but": (excluded) => {
    const refused = excludedBy(excluded);
    return (values) => values.length > 0 && values.every((value) => !refused([value]));
  },
};

/** Turns one condition of a filter policy into a test; throws on an operator SNS has but we have not. */
export function matcherFor(condition: unknown): Matcher {
  if (condition === null || typeof condition !== "object") return any((value) => value === condition);
  const [operator, ...others] = Object.keys(condition);
  const make = operator !== undefined && Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!make || others.length > 0)
    throw new Error(
      `Filter policy: ${JSON.stringify(condition)} is not supported here; use ${Object.keys(OPERATORS).join(", ")}.`,
    );
  return make((condition as Record<string, unknown>)[operator as string]);
}

function any(test: (value: Scalar) => boolean): Matcher {
  return (values) => values.some(test);
}

function onText(test: (text: string) => boolean): Matcher {
  return any((value) => typeof value === "string" && test(value));
}

function excludedBy(excluded: unknown): Matcher {
  const conditions = Array.isArray(excluded) ? excluded : [excluded];
  const matchers = conditions.map((condition) => matcherFor(condition));
  return (values) => matchers.some((matches) => matches(values));
}

function inRange(value: number, comparisons: unknown[]): boolean {
  for (let at = 0; at < comparisons.length; at += 2) {
    const compare = COMPARISONS[comparisons[at] as string];
    if (!compare) throw new Error(`Filter policy: "${comparisons[at]}" is no numeric comparison.`);
    if (!compare(value, comparisons[at + 1] as number)) return false;
  }
  return true;
}
