import { createRequire } from "node:module";
import type { AttributeValue, Item, Path } from "./attribute-value.ts";
import { DynamoError } from "./dynamo-error.ts";
import { rememberExpressions } from "./remember-expressions.ts";
import type { TableDefinition } from "./table.ts";

// The one door to the dependency that knows DynamoDB's request shapes, messages and expression grammar.
// It ships no types and no ES modules; storage, transactions and capacity are ours.

/** A request shape in the dependency's own small schema language. */
export type Shape = Record<string, unknown>;

export interface RequestRules {
  types: Shape;
  custom?: (data: never, store: { options: { maxItemSize: number } }) => string | undefined;
}

export type Operand =
  | Path
  | (AttributeValue & { type?: undefined })
  | { type: "function" | "add" | "subtract"; name?: string; args: Operand[] };

export interface Expression {
  type: string;
  name?: string;
  args: (Expression | Operand)[];
}

export interface UpdateSection {
  type: "set" | "remove" | "add" | "delete";
  path: Path;
  val: Operand;
  attrType?: string;
}

export interface ParsedCondition {
  expression: Expression;
  nestedPaths: Record<string, true>;
  pathHeads: Record<string, true>;
}

export interface ParsedUpdate {
  sections: UpdateSection[];
  paths: Path[];
  nestedPaths: Record<string, true>;
}

export interface ParsedProjection {
  paths: Path[];
  nestedPaths: Record<string, true>;
}

/** Decimal arithmetic with DynamoDB's precision: digits `c`, exponent `e`, sign `s`. */
export interface Decimal {
  c: number[];
  e: number;
  plus(other: string): Decimal;
  minus(other: string): Decimal;
  cmp(other: string): -1 | 0 | 1;
  toFixed(): string;
}

interface Checks {
  checkTypes(data: object, types: Shape): Record<string, unknown>;
  checkValidations(data: object, types: Shape, custom: RequestRules["custom"], store: object): void;
  validateAttributeValue(value: AttributeValue): string | undefined;
}

type Refusal = Error | null | undefined;

interface Helpers {
  validateItem(item: Item, table: TableDefinition): Refusal;
  validateKey(key: Item, table: TableDefinition): Refusal;
  validateUpdates(legacy: undefined, updates: ParsedUpdate | undefined, table: TableDefinition): Refusal;
  validateKeyPaths(paths: Record<string, true> | undefined, table: TableDefinition): Refusal;
  mapPaths(paths: Path[], item: Item): Item;
  compare(operator: string, value: AttributeValue | undefined, operands: AttributeValue[]): boolean;
  toLexiStr(value: string, type: "N"): string;
}

const require = createRequire(import.meta.url);
const fromDynalite = createRequire(require.resolve("dynalite"));

export const checks: Checks = require("dynalite/validations");
export const helpers: Helpers = require("dynalite/db");
export const decimal: (value: string) => Decimal = fromDynalite("big.js");

for (const name of ["conditionParser", "projectionParser", "updateParser"]) {
  rememberExpressions(require(`dynalite/db/${name}`));
}

/** The shape and the checks of one operation, for example `putItem`. */
export const requestRules = (operation: string): RequestRules => require(`dynalite/validations/${operation}`);

/** Throws what a helper returned as a refusal. */
export function refuse(refusal: Refusal): void {
  if (refusal) throw asDynamoError(refusal);
}

/** Runs a check that throws its refusals. */
export function checked<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw asDynamoError(error);
  }
}

function asDynamoError(error: unknown): unknown {
  const body = (error as { body?: { __type: string; message?: string; Message?: string } }).body;
  return body ? new DynamoError(body.__type, body.message ?? body.Message ?? "") : error;
}
