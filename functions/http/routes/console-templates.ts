import * as z from "zod/mini";
import { TemplateName } from "../../content/rules/content-source.ts";
import {
  ImportRemark,
  PreviewData,
  TemplateDraft,
  TemplateKind,
  TemplateLocale,
  TemplateLook,
  TemplatePreview,
  TemplateProblem,
  TemplateSource,
  TemplateSummary,
  TemplateTopic,
  TemplateVariable,
  TemplateVersion,
} from "./console-template-schemas.ts";
import { route } from "./route.ts";
import { Paging, Problem } from "./shared-schemas.ts";

const params = z.strictObject({ name: TemplateName });
const Revision = z.int().check(z.gte(0));

export const TemplateList = z.strictObject({ items: z.array(TemplateSummary), next: z.nullable(z.string()) });
export const Template = z.strictObject({
  name: z.string(),
  source: TemplateSource,
  /** What every template of this kind may use without declaring it. */
  commonVariables: z.array(TemplateVariable),
  /** How the layout dresses the body, for whoever shows it by itself. */
  look: TemplateLook,
  /** What letters can be about; a marketing email that names none is about the first. */
  topics: z.array(TemplateTopic),
  revision: Revision,
  savedAt: z.nullable(z.string()),
  savedBy: z.nullable(z.string()),
  publishedVersion: z.nullable(z.int()),
  changed: z.boolean(),
  versions: z.array(TemplateVersion),
  /** Present while only fields and header lines may be changed. */
  lock: z.nullable(z.strictObject({ by: z.string(), at: z.string() })),
});
export type Template = z.infer<typeof Template>;
export const SaveDraft = z.strictObject({ revision: Revision, source: TemplateSource });
export const SavedDraft = z.strictObject({ revision: Revision, savedAt: z.string(), savedBy: z.string() });
export const DraftConflict = z.extend(Problem, { theirs: z.optional(TemplateDraft) });
export const PreviewTemplate = z.strictObject({ source: TemplateSource, locale: TemplateLocale, data: PreviewData });
export type PreviewTemplate = z.infer<typeof PreviewTemplate>;
export const LockTemplate = z.strictObject({ locked: z.boolean() });
export const PublishTemplate = z.strictObject({ revision: Revision });
export const PublishedTemplate = z.strictObject({ version: z.int(), advice: z.array(TemplateProblem) });
export const PublishRefused = z.extend(Problem, { problems: z.optional(z.array(TemplateProblem)) });
export const RollbackTemplate = z.strictObject({ version: z.int().check(z.gte(1)) });
/** HTML with or without merge tags, or the JSON that SES and Pinpoint export. */
export const ImportTemplate = z.strictObject({
  content: z.string().check(z.minLength(1), z.maxLength(300_000)),
  kind: TemplateKind,
  title: z.string().check(z.minLength(1), z.maxLength(100)),
});
export const ImportedTemplate = z.strictObject({ source: TemplateSource, remarks: z.array(ImportRemark) });
export const TestTemplate = z.strictObject({ source: TemplateSource, locale: TemplateLocale, data: PreviewData });
export const QueuedTest = z.strictObject({ messageId: z.string(), to: z.string() });

export const listTemplates = route({
  id: "listTemplates",
  method: "GET",
  path: "/v1/console/templates",
  audience: "staff",
  permission: "read",
  summary: "All email templates with what is published and what is still a draft",
  query: z.strictObject(Paging),
  answers: { 200: TemplateList },
});

export const readTemplate = route({
  id: "readTemplate",
  method: "GET",
  path: "/v1/console/templates/{name}",
  audience: "staff",
  permission: "read",
  summary: "One template: its working source, variables and versions",
  params,
  answers: { 200: Template },
});

export const saveDraft = route({
  id: "saveTemplateDraft",
  method: "PUT",
  path: "/v1/console/templates/{name}/draft",
  audience: "staff",
  permission: "edit-content",
  summary: "Save the draft that started from a revision; 409 carries the draft somebody else saved meanwhile",
  params,
  body: SaveDraft,
  answers: { 200: SavedDraft, 409: DraftConflict },
});

export const lockTemplate = route({
  id: "lockTemplate",
  method: "PUT",
  path: "/v1/console/templates/{name}/lock",
  audience: "staff",
  permission: "lock-design",
  summary: "Lock the design of a template, so that only its fields and header lines can be changed, or unlock it",
  params,
  body: LockTemplate,
  answers: { 200: LockTemplate },
});

export const previewTemplate = route({
  id: "previewTemplate",
  method: "POST",
  path: "/v1/console/templates/{name}/preview",
  audience: "staff",
  permission: "read",
  summary: "Render unsaved source for sample, empty, very long or a real contact's values",
  params,
  body: PreviewTemplate,
  answers: { 200: TemplatePreview },
});

export const publishTemplate = route({
  id: "publishTemplate",
  method: "POST",
  path: "/v1/console/templates/{name}/publish",
  audience: "staff",
  permission: "edit-content",
  summary: "Publish the saved draft as the next version, if the publish gate lets it pass",
  params,
  body: PublishTemplate,
  answers: { 200: PublishedTemplate, 409: DraftConflict, 422: PublishRefused },
});

export const rollbackTemplate = route({
  id: "rollbackTemplate",
  method: "POST",
  path: "/v1/console/templates/{name}/rollback",
  audience: "staff",
  permission: "edit-content",
  summary: "Publish an earlier version again",
  params,
  body: RollbackTemplate,
  answers: { 200: PublishedTemplate },
});

export const importTemplate = route({
  id: "importTemplate",
  method: "POST",
  path: "/v1/console/templates/{name}/import",
  audience: "staff",
  permission: "edit-content",
  summary: "Read a foreign template as the source of a draft, with a list of what could not be carried; saves nothing",
  params,
  body: ImportTemplate,
  answers: { 200: ImportedTemplate },
});

export const testTemplate = route({
  id: "testTemplate",
  method: "POST",
  path: "/v1/console/templates/{name}/test",
  audience: "staff",
  permission: "edit-content",
  summary: "Send what is on the screen to the signed-in person's own address",
  params,
  headers: z.object({ "idempotency-key": z.string().check(z.maxLength(200)) }),
  body: TestTemplate,
  answers: { 202: QueuedTest, 422: PublishRefused },
});
