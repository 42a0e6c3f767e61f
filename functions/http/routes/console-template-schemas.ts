import * as z from "zod/mini";
import { Topic } from "../../brand/rules/brand.ts";
import { ContentFilling, LinkFilling, ListFilling, PictureFilling } from "../../content/rules/content-filling.ts";
import { CONTENT_LOCALES } from "../../content/rules/content-locale.ts";
import { ContentSource, ContentText, TemplateName } from "../../content/rules/content-source.ts";
import { FIELD_KINDS } from "../../content/rules/field-kind.ts";
import { IMPORT_REMARKS } from "../../content/rules/import-remark.ts";
import { SAMPLE_KINDS } from "../../content/rules/sample-values.ts";
import { TemplateVariable as DeclaredVariable } from "../../content/rules/template-variable.ts";
import { ContactId, Instant } from "./shared-schemas.ts";

export const TemplateKind = ContentSource.shape.kind;
export const TemplateLocale = z.enum(CONTENT_LOCALES);

const Attributes = z.record(z.string(), z.string());

/** How a layout dresses the elements of a body, so that a body can be shown by itself. */
export const TemplateLook = z.strictObject({
  level: z.enum(["sections", "rows"]),
  elements: z.record(z.string(), Attributes),
  classes: z.record(z.string(), Attributes),
  around: z.record(z.string(), Attributes),
});

/** A declared variable with nothing left to a default, so that what is read can be sent back as it is. */
export const TemplateVariable = z.extend(DeclaredVariable, { required: z.boolean() });

/** What one language of an email says: its header lines and its MJML body. */
export const TemplateText = ContentText;

export const TemplateSource = z.extend(ContentSource, {
  layout: ContentSource.shape.layout.def.innerType,
  variables: z.array(TemplateVariable).check(z.maxLength(100)),
});

/** Something that letters are about; a person may leave it out. */
export const TemplateTopic = Topic;

/** A picture: where it lies, what it shows, and where it leads if it is a link. */
export const TemplatePicture = PictureFilling;

/** A button or link: its words and where it leads. */
export const TemplateLink = LinkFilling;

/** What fills a list: for each of its items the fields of that item. */
export const TemplateItems = ListFilling;

/** What stands in a field: words in a line, paragraphs as HTML, a picture, a link or a list. */
export const TemplateFilling = ContentFilling;

/** One field of an email as a form shows it. */
export const TemplateItemField = z.strictObject({
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  label: z.strictObject({ en: z.string(), "zh-CN": z.string() }),
  hint: z.strictObject({ en: z.string(), "zh-CN": z.string() }),
  /** The most letters, or the most items of a list. */
  most: z.nullable(z.int()),
  optional: z.boolean(),
  /** What the design says as long as nobody fills it. */
  design: TemplateFilling,
});

/** A field and, when it is a list, the fields that each of its items fills. */
export const TemplateField = z.extend(TemplateItemField, { fields: z.array(TemplateItemField) });

/** Something the publish gate or the parser has to say, with the place it concerns. */
export const TemplateProblem = z.strictObject({
  severity: z.enum(["error", "advice"]),
  /** Stable name of the rule. */
  code: z.string(),
  /** What the sentence is made of. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  /** The sentence, which says what to do next, in each language of the console. */
  message: z.strictObject({ en: z.string(), "zh-CN": z.string() }),
  /** The field of a form to mend it in, as in "title" or "stories/1/title". */
  field: z.nullable(z.string()),
  file: z.string(),
  part: z.enum(["subject", "preheader", "body", "text", "template"]),
  locale: z.nullable(TemplateLocale),
  line: z.int(),
  column: z.int(),
});

export const TemplateDraft = z.strictObject({
  source: TemplateSource,
  revision: z.int(),
  savedAt: Instant,
  savedBy: z.string(),
});

export const TemplateVersion = z.strictObject({
  version: z.int(),
  publishedAt: Instant,
  publishedBy: z.string(),
  rolledBackFrom: z.nullable(z.int()),
});

export const TemplateSummary = z.strictObject({
  name: TemplateName,
  title: ContentSource.shape.title,
  kind: TemplateKind,
  publishedVersion: z.nullable(z.int()),
  draftState: z.enum(["none", "changed", "never-published"]),
  updatedAt: Instant,
  updatedBy: z.string(),
});

/** Whose data fills a preview: declared samples, nothing, 200-character texts, counts of none or one, or a contact. */
export const PreviewData = z.union([
  z.strictObject({ kind: z.enum(SAMPLE_KINDS) }),
  z.strictObject({ kind: z.literal("contact"), contactId: ContactId }),
]);
export type PreviewData = z.infer<typeof PreviewData>;

export const TemplatePreview = z.strictObject({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  htmlBytes: z.int(),
  problems: z.array(TemplateProblem),
  /** What a form can fill in this language. */
  fields: z.array(TemplateField),
});

/** Something of a foreign template that did not come along as it was, and its line in what was given. */
export const ImportRemark = z.strictObject({ code: z.enum(IMPORT_REMARKS), what: z.string(), line: z.int() });
