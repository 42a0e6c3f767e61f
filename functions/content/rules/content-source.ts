import * as z from "zod/mini";
import { commonVariables } from "./common-variables.ts";
import { ContentFillings } from "./content-filling.ts";
import { CONTENT_LOCALES, type ContentLocale } from "./content-locale.ts";
import { TemplateVariable, type TemplateVariables, variablesByName } from "./template-variable.ts";

/** Two languages of this size fit into one DynamoDB item, and no longer body would pass the gate anyway. */
const LONGEST_BODY = 48 * 1024;

/** A template's name is its folder's name. */
export const TemplateName = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), z.maxLength(60));
export type TemplateName = z.infer<typeof TemplateName>;

const Line = z.string().check(z.maxLength(300));
const Title = z.string().check(z.minLength(1), z.maxLength(100));
const Description = z.string().check(z.maxLength(500));

/** What one language of an email says: strings only, never a parsed template. */
export const ContentText = z.strictObject({
  subject: Line,
  preheader: Line,
  body: z.string().check(z.maxLength(LONGEST_BODY)),
  /** What was filled into the fields of the body, of the layout and of whatever they call. */
  fields: z.optional(ContentFillings),
});
export type ContentText = z.infer<typeof ContentText>;

/** What a marketer edits, and in one language or two what it is called and for. English is what others fall back to. */
export const ContentSource = z.strictObject({
  kind: z.enum(["transactional", "marketing"]),
  title: z.union([Title, z.strictObject({ en: Title, "zh-CN": z.optional(Title) })]),
  description: z.union([Description, z.strictObject({ en: Description, "zh-CN": z.optional(Description) })]),
  /** What a marketing mail is about, by the name that the brand gives the topic: readers choose among topics. */
  topic: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/))),
  layout: z._default(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)), "letter"),
  variables: z._default(z.array(TemplateVariable).check(z.maxLength(100)), []),
  locales: z.strictObject({ en: ContentText, "zh-CN": z.optional(ContentText) }),
});
export type ContentSource = z.infer<typeof ContentSource>;

/** All variables that a template may use: the common ones and its own. */
export function declaredVariables(source: ContentSource): TemplateVariables {
  return variablesByName(commonVariables(source.kind), source.variables);
}

/** The languages that a template is written in. */
export function sourceLocales(source: ContentSource): ContentLocale[] {
  return CONTENT_LOCALES.filter((locale) => source.locales[locale] !== undefined);
}
