/** A value in DynamoDB's wire form; exactly one member is set, binaries are base64. */
export interface AttributeValue {
  S?: string;
  N?: string;
  B?: string;
  BOOL?: boolean;
  NULL?: boolean;
  SS?: string[];
  NS?: string[];
  BS?: string[];
  L?: AttributeValue[];
  M?: Item;
}

export type Item = Record<string, AttributeValue>;

export type AttributeType = keyof AttributeValue;

/** A document path: attribute names and list positions. */
export type Path = (string | number)[];

export const typeOf = (value: AttributeValue): AttributeType => Object.keys(value)[0] as AttributeType;

/** The value at a document path; undefined where any part of the path is missing. */
export function valueAt(item: Item, path: Path): AttributeValue | undefined {
  let value: AttributeValue | undefined = { M: item };
  for (const piece of path) {
    value = child(value, piece);
    if (value === undefined) return undefined;
  }
  return value;
}

function child(value: AttributeValue, piece: string | number): AttributeValue | undefined {
  if (typeof piece === "number") return value.L?.[piece];
  return value.M !== undefined && Object.hasOwn(value.M, piece) ? value.M[piece] : undefined;
}
