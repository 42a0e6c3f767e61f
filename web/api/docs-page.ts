import type { openApiDocument } from "./openapi-document.ts";
import { type DocumentSchema, schemaText } from "./schema-text.ts";

type Document = ReturnType<typeof openApiDocument>;
type Content = Record<string, { schema?: DocumentSchema }>;

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: DocumentSchema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

/** The document as one plain page: no scripts, readable on a phone, searchable by the browser's own search. */
export function docsPage(document: Document): string {
  const operations = operationsOf(document);
  const names = Object.keys(document.components?.schemas ?? {});
  const tags = document.tags ?? [];
  const body = tags.map(({ name, description = "" }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return own.length > 0 ? section(name, description, own.map(operationHtml).join("")) : "";
  });
  const written = linked(body.join("") + schemasHtml(document), names);
  return page(document.info.title, document.info.description ?? "", written);
}

function operationsOf({ paths = {} }: Document): { path: string; method: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
}

function operationHtml({ path, method, operation }: ReturnType<typeof operationsOf>[number]): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  return `<article id="${text(operationId)}"><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${text(path)}</code></h3>
<p>${text(summary)}</p>${parameters.length > 0 ? parametersHtml(parameters) : ""}${
    requestBody ? `<h4>Send</h4>${contentHtml(requestBody.content)}` : ""
  }<h4>Answers</h4>${Object.entries(responses).filter(isParticular).map(answerHtml).join("")}</article>`;
}

function parametersHtml(parameters: NonNullable<Operation["parameters"]>): string {
  const rows = parameters.map(({ name, in: place, required, schema }) => {
    const type = schema ? schemaText(schema) : "string";
    return `<tr><td><code>${text(name)}</code></td><td>${place}${required ? ", required" : ""}</td><td><code>${text(type)}</code></td></tr>`;
  });
  return `<h4>Parameters</h4><table><tbody>${rows.join("")}</tbody></table>`;
}

/** What every operation may answer is said once, at the top. */
function isParticular([status]: [string, unknown]): boolean {
  return status !== "default";
}

/** Names of types inside code lead to what they stand for. */
function linked(html: string, names: string[]): string {
  const name = new RegExp(`\\b(${names.join("|")})\\b`, "g");
  return html.replace(/<code>[^<]*<\/code>/g, (code) => code.replace(name, '<a href="#$1">$1</a>'));
}

function answerHtml([status, { description, content }]: [string, Operation["responses"][string]]): string {
  return `<p><b>${text(status)}</b> ${text(description)}</p>${content ? contentHtml(content) : ""}`;
}

function contentHtml(content: Content): string {
  return Object.entries(content)
    .map(([type, { schema }]) => `<p class="type">${text(type)}</p>${schema ? code(schemaText(schema)) : ""}`)
    .join("");
}

function schemasHtml({ components }: Document): string {
  const schemas = Object.entries((components?.schemas ?? {}) as Record<string, DocumentSchema>);
  const all = schemas.map(
    ([name, schema]) => `<article id="${text(name)}"><h3>${text(name)}</h3>${code(schemaText(schema))}</article>`,
  );
  return section("types", "What the names above stand for", all.join(""));
}

function section(name: string, description: string, inner: string): string {
  return `<section id="${text(name)}"><h2>${text(name)}</h2><p>${text(description)}</p>${inner}</section>`;
}

function code(typeText: string): string {
  return `<pre tabindex="0"><code>${text(typeText)}</code></pre>`;
}

function text(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function page(title: string, description: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${text(title)} API</title><link rel="stylesheet" href="/docs/docs.css"></head>
<body><main><h1>${text(title)} API</h1><p>${text(description)} Whatever is refused is answered with a <a href="#Problem">problem document</a>. Machines read the same at <a href="/openapi.json">/openapi.json</a>.</p>${body}</main></body></html>
`;
}
