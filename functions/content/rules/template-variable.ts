import * as z from "zod/mini";

/**
 * - text: one line; name: a text a person typed about themselves or a friend, where the address of a website is never wanted
 * - number: an integer; instant: ISO 8601; url: http, https or mailto; list: lines of text
 */
export const VariableType = z.enum(["text", "name", "number", "instant", "url", "list"]);
export type VariableType = z.infer<typeof VariableType>;

const Value = z.union([z.string().check(z.maxLength(1000)), z.number(), z.array(z.string()).check(z.maxLength(20))]);

/** A sample may differ by language, so that previews read naturally. */
const Sample = z.union([Value, z.strictObject({ en: Value, "zh-CN": Value })]);

/** Letters and digits only, at most three segments: a path can never reach a prototype. */
const VariablePath = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,2}$/), z.maxLength(100));

/** A declared variable; a mail that lacks a required one is not sent. */
export const TemplateVariable = z.strictObject({
  name: VariablePath,
  type: VariableType,
  required: z._default(z.boolean(), true),
  sample: Sample,
  description: z.optional(z.string().check(z.maxLength(1000))),
});
export type TemplateVariable = z.infer<typeof TemplateVariable>;

/** Variables by name. */
export type TemplateVariables = Readonly<Record<string, TemplateVariable>>;

/** Variables by name, the later ones winning. */
export function variablesByName(...lists: (readonly TemplateVariable[])[]): TemplateVariables {
  return Object.fromEntries(lists.flat().map((variable) => [variable.name, variable]));
}
