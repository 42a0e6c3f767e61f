import type { Part } from "./sign-up-form.ts";

/** The form as HTML to copy into a page, one line a field. */
export function formText(form: Part): string {
  const lines = form.children.map((child) => `  ${textOf(child)}`);
  return [openingTag(form), ...lines, `</${form.tag}>`].join("\n");
}

function textOf(part: Part | string): string {
  if (typeof part === "string") return escaped(part);
  const opening = openingTag(part);
  return part.tag === "input" ? opening : `${opening}${part.children.map(textOf).join("")}</${part.tag}>`;
}

function openingTag({ tag, attributes }: Part): string {
  const pairs = Object.entries(attributes).map(([name, value]) =>
    value ? ` ${name}="${escaped(value)}"` : ` ${name}`,
  );
  return `<${tag}${pairs.join("")}>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in HTML, also within double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
