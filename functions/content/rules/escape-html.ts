const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
};

const SIGNS = /[&<>"'`=]/g;

/** Makes a text harmless between tags and inside quoted attributes alike. */
export function escapeHtml(text: string): string {
  let escaped = "";
  let from = 0;
  // Step by step rather than by replacing: values hold few of these signs, and most hold none.
  SIGNS.lastIndex = 0;
  for (let sign = SIGNS.exec(text); sign; sign = SIGNS.exec(text)) {
    escaped += text.slice(from, sign.index) + ENTITIES[sign[0]];
    from = sign.index + 1;
  }
  return from === 0 ? text : escaped + text.slice(from);
}
