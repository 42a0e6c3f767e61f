import { type AttributeValue, type Item, typeOf } from "./attribute-value.ts";
import { decimal } from "./dynalite.ts";
import { validationError } from "./dynamo-error.ts";

/** The published limit of one item, names and values in UTF-8 bytes. */
export const MAX_ITEM_BYTES = 400 * 1024;

const MAX_DEPTH = 32;

/** Bytes of an item as DynamoDB's documentation counts them for limits and capacity. */
export function itemSize(item: Item | undefined, depth = 0): number {
  let size = 0;
  for (const name in item) {
    if (name === "") throw validationError("Empty attribute name");
    size += Buffer.byteLength(name) + valueSize(item[name] as AttributeValue, depth);
  }
  return size;
}

function valueSize(value: AttributeValue, depth: number): number {
  if (depth > MAX_DEPTH) throw validationError("Nesting Levels have exceeded supported limits");
  const type = typeOf(value);
  if (type === "M") return 3 + Object.keys(value.M as Item).length + itemSize(value.M, depth + 1);
  if (type === "L") return (value.L as AttributeValue[]).reduce((sum, each) => sum + 1 + valueSize(each, depth + 1), 3);
  if (type === "BOOL" || type === "NULL") return 1;
  const content = value[type] as string | string[];
  if (!Array.isArray(content)) return scalarSize(type, content);
  return content.reduce((sum, member) => sum + scalarSize(type[0] as string, member), 0);
}

function scalarSize(type: string, content: string): number {
  if (type === "S") return Buffer.byteLength(content);
  return type === "N" ? numberSize(content) : Buffer.byteLength(content, "base64");
}

// About one byte for two significant digits, one for the exponent and one for a minus.
function numberSize(content: string): number {
  const digits = decimal(content).c.length;
  return Math.min(21, Math.ceil(digits / 2) + 1 + (content.startsWith("-") ? 1 : 0));
}
