import type { CompiledContent } from "./compiled-content.ts";
import { compileTemplate, LARGEST_OUTPUT, type Reader } from "./content-handlebars.ts";
import { fillVariables, type VariableValues } from "./fill-variables.ts";

export interface RenderedContent {
  subject: string;
  preheader: string;
  html: string;
  text: string;
}

export type Rendered =
  | ({ ok: true } & RenderedContent)
  | { ok: false; reason: "missing-variable" | "invalid-variable"; names: string[] }
  | { ok: false; reason: "too-large"; names: string[] };

type Templates = Record<keyof RenderedContent, ReturnType<typeof compileTemplate>>;

/** A version never changes, so each is compiled once for as long as it is held. */
const templates = new WeakMap<CompiledContent, Templates>();

/** Fills a compiled template with one person's values. A mail with a hole in it is refused, not sent. */
export function renderContent(content: CompiledContent, values: VariableValues, zone: string): Rendered {
  const filled = fillVariables(content.variables, values);
  if (!filled.ok) {
    return filled;
  }
  const rendered = write(templatesOf(content), filled.context, { locale: content.locale, zone });
  return rendered ? { ok: true, ...rendered } : { ok: false, reason: "too-large", names: [] };
}

function write(templates: Templates, context: unknown, reader: Reader): RenderedContent | undefined {
  try {
    const html = templates.html(context, reader);
    const text = withoutGaps(templates.text(context, reader));
    const subject = oneLine(templates.subject(context, reader));
    const preheader = oneLine(templates.preheader(context, reader));
    return html.length + text.length > LARGEST_OUTPUT ? undefined : { subject, preheader, html, text };
  } catch (error) {
    // The list helper stops a mail that outgrows every limit.
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function templatesOf(content: CompiledContent): Templates {
  let found = templates.get(content);
  if (!found) {
    found = {
      subject: compileTemplate(content.subject, "plain"),
      preheader: compileTemplate(content.preheader, "plain"),
      html: compileTemplate(content.html, "html"),
      text: compileTemplate(content.text, "plain"),
    };
    templates.set(content, found);
  }
  return found;
}

/** A header field is one line: anything that could end it is a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
}

/** Parts that were left out leave empty lines behind. */
function withoutGaps(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
