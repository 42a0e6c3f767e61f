/** Text that is already HTML. Anything else that enters a template is escaped. */
export interface Html {
  html: string;
}

type Value = Html | string | number | undefined | null | false | Value[];

/** A template whose values are escaped unless they are HTML themselves; lists are joined, nothing becomes nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  const parts = strings.map((text, at) => (at === 0 ? text : rendered(values[at - 1]) + text));
  return { html: parts.join("") };
}

/** A query string from what is set, with its question mark; "" where nothing is. */
export function queryOf(values: Record<string, string | number | undefined>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return set.length === 0 ? "" : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}

function rendered(value: Value): string {
  if (value === undefined || value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(rendered).join("");
  return typeof value === "object" ? value.html : escaped(String(value));
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
