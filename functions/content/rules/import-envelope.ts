import * as z from "zod/mini";
import { importExpression } from "./import-expression.ts";

/** What was pasted, taken apart: plain HTML, or a template as SES or Pinpoint export it. */
export interface ImportEnvelope {
  html: string;
  subject: string;
  preheader: string;
  name: string;
  /** Whether a text part of its own came along, which ours is not. */
  hasText: boolean;
  /** Values that Pinpoint fills in where a person has none, by the name of our variable. */
  samples: Record<string, string>;
}

const Text = z.optional(z.nullable(z.string()));
const Parts = z.object({
  TemplateName: Text,
  SubjectPart: Text,
  HtmlPart: Text,
  TextPart: Text,
  Subject: Text,
  Html: Text,
  Text,
  Preheader: Text,
  DefaultSubstitutions: Text,
});
const Substitutions = z.record(z.string(), z.union([z.string(), z.number()]));

/** The levels at which the export formats keep the parts of a template. */
const LEVELS = ["Template", "TemplateContent", "EmailTemplateResponse", "EmailTemplateRequest"] as const;

/** Reads what was pasted; text that is no JSON object is taken as HTML. */
export function importEnvelope(content: string): ImportEnvelope {
  const outer = readJson(content);
  if (!outer) {
    return { html: content, subject: "", preheader: "", name: "", hasText: false, samples: {} };
  }
  const inner = LEVELS.map((level) => outer[level]).find((value) => typeof value === "object" && value !== null);
  const parts = Parts.safeParse({ ...outer, ...inner });
  const { data = {} } = parts;
  return {
    html: data.HtmlPart ?? data.Html ?? "",
    subject: data.SubjectPart ?? data.Subject ?? "",
    preheader: data.Preheader ?? "",
    name: data.TemplateName ?? "",
    hasText: Boolean(data.TextPart ?? data.Text),
    samples: samplesOf(data.DefaultSubstitutions),
  };
}

function readJson(content: string): Record<string, unknown> | undefined {
  if (!/^\s*\{\s*"/.test(content)) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(content);
    const parsed = z.record(z.string(), z.unknown()).safeParse(value);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function samplesOf(text: string | null | undefined): Record<string, string> {
  const read = Substitutions.safeParse(readJson(text ?? ""));
  const entries = Object.entries(read.success ? read.data : {}).flatMap(([path, value]) => {
    const tag = importExpression(`{{${path}}}`);
    return tag.is === "value" ? [[tag.of.name, String(value)] as const] : [];
  });
  return Object.fromEntries(entries.slice(0, 100));
}
