// The ampersand first: the others bring one along.
const ENTITIES = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#x27;"],
  ["`", "&#x60;"],
  ["=", "&#x3D;"],
] as const;

/** Makes a text harmless between tags and inside quoted attributes alike. */
export function escapeHtml(text: string): string {
  let escaped = text;
  // Values hold few of these letters, and looking for one letter is the quickest search there is.
  for (const [letter, entity] of ENTITIES) {
    if (escaped.includes(letter)) escaped = escaped.replaceAll(letter, entity);
  }
  return escaped;
}
