/** A JSON Schema of the document, as far as the reading page needs to know it. */
export interface DocumentSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: DocumentSchema[];
  oneOf?: DocumentSchema[];
  allOf?: DocumentSchema[];
  items?: DocumentSchema;
  properties?: Record<string, DocumentSchema>;
  additionalProperties?: boolean | DocumentSchema;
  required?: string[];
  description?: string;
}

/** A schema as a developer would write the type, in lines; references keep their names. */
export function schemaText(schema: DocumentSchema, indent = ""): string {
  const union = schema.anyOf ?? schema.oneOf;
  if (schema.$ref) return nameOf(schema.$ref);
  if (union) return [...new Set(union.map((each) => schemaText(each, indent)))].join(" | ");
  if (schema.allOf) return schema.allOf.map((each) => schemaText(each, indent)).join(" & ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  if (schema.properties) return objectText(schema, indent);
  return plainText(schema, indent);
}

/** The name at the end of a reference. */
export function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}

function objectText({ properties = {}, required = [] }: DocumentSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = required.includes(name) ? "" : "?";
    const comment = property.description ? `  // ${property.description}` : "";
    return `${inner}${keyText(name)}${optional}: ${schemaText(property, inner)}${comment}`;
  });
  return lines.length > 0 ? `{\n${lines.join("\n")}\n${indent}}` : "{}";
}

function plainText({ type, items, additionalProperties }: DocumentSchema, indent: string): string {
  if (items) return `${grouped(schemaText(items, indent))}[]`;
  if (typeof additionalProperties === "object") return `{ [name]: ${schemaText(additionalProperties, indent)} }`;
  return [type ?? "any"].flat().join(" | ");
}

function grouped(text: string): string {
  return text.includes(" | ") && !text.startsWith("{") ? `(${text})` : text;
}

function keyText(name: string): string {
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}
