import type { Statement } from "../resources/iam-role.ts";
import { fitsArn, fitsWildcard } from "./wildcard.ts";

/** The condition keys of one call, for example `dynamodb:LeadingKeys`. */
export type ConditionContext = Record<string, string[]>;

type Compare = (wanted: string, given: string) => boolean;

interface Operator {
  compare: Compare;
  negated: boolean;
  quantifier: "ForAllValues" | "ForAnyValue" | undefined;
  ifExists: boolean;
}

const COMPARISONS: Record<string, Compare> = {
  StringEquals: (wanted, given) => wanted === given,
  StringEqualsIgnoreCase: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  StringLike: fitsWildcard,
  ArnEquals: fitsArn,
  ArnLike: fitsArn,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
};

/** Whether every condition of a statement holds for the call. */
export function conditionsHold(conditions: Statement["Condition"], context: ConditionContext): boolean {
  const byName = new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]));
  return Object.entries(conditions ?? {}).every(([name, keys]) => {
    const operator = operatorNamed(name);
    return Object.entries(keys).every(([key, wanted]) => holds(operator, wanted, byName.get(key.toLowerCase())));
  });
}

/** Reads an operator's name; one that is not known stops the start, for guessing could allow what the cloud forbids. */
export function operatorNamed(name: string): Operator {
  const [, quantifier, rest = ""] = /^(?:(ForAllValues|ForAnyValue):)?(.+)$/.exec(name) ?? [];
  const ifExists = rest.endsWith("IfExists");
  const bare = ifExists ? rest.slice(0, -"IfExists".length) : rest;
  const positive = bare.replace(/^(String|Arn)Not/, "$1");
  const compare = COMPARISONS[positive];
  if (compare === undefined) throw new Error(`The local runtime does not know the IAM condition operator ${name}.`);
  return { compare, negated: positive !== bare, quantifier: quantifier as Operator["quantifier"], ifExists };
}

function holds({ compare, negated, quantifier, ifExists }: Operator, wanted: string[], given: string[] | undefined) {
  const fits = (value: string) => wanted.some((pattern) => compare(pattern, value)) !== negated;
  if (given === undefined || given.length === 0) return ifExists || negated || quantifier === "ForAllValues";
  return quantifier === "ForAllValues" ? given.every(fits) : given.some(fits);
}
