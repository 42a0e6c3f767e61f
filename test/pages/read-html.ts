/** What a reader sees of a page: its words in order, without markup. */
export function textOf(html: string): string {
  const body = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const words = body
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x([\dA-F]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
  return words
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/ ([.,])/g, "$1")
    .trim();
}

/** The attributes of the first element of that tag with that name (or id), as written. */
export function attributesOf(html: string, tag: string, name: string, id?: string): Record<string, string> {
  const mark = id ? ` id="${id}"` : ` name="${name}"`;
  const element = [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>`, "g"))].find(([text]) =>
    text.includes(mark),
  )?.[0];
  if (!element) throw new Error(`There is no <${tag}${mark}>`);
  return Object.fromEntries(
    [...element.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key, value ?? ""]),
  );
}
