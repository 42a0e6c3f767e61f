import Handlebars from "handlebars";
import type { TemplateContent } from "./ses-input.ts";
import { badRequest } from "./ses-refusal.ts";

export type Rendered = { ok: true; content: TemplateContent } | { ok: false; errorMessage: string };
type RenderData = Record<string, unknown>;

/**
 * Renders a template as SES does. SES substitutes without HTML escaping (its guide says to escape on the client
 * side), and a variable that the data lacks is no refusal but a rendering failure, told later as an event.
 */
export function renderTemplate(template: TemplateContent, data: RenderData): Rendered {
  try {
    const parts = Object.entries(template).filter(([, source]) => source !== undefined);
    const content = Object.fromEntries(parts.map(([part, source]) => [part, render(source as string, data)]));
    return { ok: true, content };
  } catch (error) {
    const missing = /^"(.+)" not defined in/.exec((error as Error).message)?.[1];
    const errorMessage = missing
      ? `Attribute '${missing}' is not present in the rendering data.`
      : (error as Error).message;
    return { ok: false, errorMessage };
  }
}

/** Refuses what cannot be parsed; `simple` also refuses conditionals and loops, which inline content may not have. */
export function checkTemplate(template: TemplateContent, simple: boolean): void {
  for (const source of Object.values(template)) {
    const program = parsed(source ?? "");
    if (simple && program.body.some((statement) => !SIMPLE_STATEMENTS.has(statement.type)))
      throw badRequest("Inline template content supports simple substitutions only; store the template to use blocks.");
  }
}

/** The replacement data of a call: one JSON object. */
export function templateData(json: string | undefined): RenderData {
  try {
    const data: unknown = JSON.parse(json ?? "{}");
    if (data !== null && typeof data === "object" && !Array.isArray(data)) return data as RenderData;
  } catch {
    // Falls through to the refusal below.
  }
  throw badRequest("Template data is not a JSON object.");
}

const SIMPLE_STATEMENTS = new Set(["ContentStatement", "MustacheStatement", "CommentStatement"]);

function render(source: string, data: RenderData): string {
  return Handlebars.compile(source, { strict: true, noEscape: true })(data);
}

function parsed(source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    throw badRequest(`The template is invalid: ${(error as Error).message.split("\n")[0]}`);
  }
}
