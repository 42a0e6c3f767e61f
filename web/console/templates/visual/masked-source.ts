// Closing braces inside a quoted text belong to the text.
const EXPRESSION =
  /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?!(?!--)[\s\S]*?\}\}|\{\{\{?(?!~?!)(?:"[^"]*"|'[^']*'|[^"'{}])*\}\}\}?/y;

/** A source whose {{…}} are blotted out, lengths unchanged, so that a tag can be read without them. */
export type Masked = { text: string; ends: ReadonlyMap<number, number> };

/** Blots out the {{…}} of a source, or says where one stands that is not finished. */
export function maskedSource(source: string): Masked | { unfinishedAt: number } {
  const ends = new Map<number, number>();
  const texts: string[] = [];
  let from = 0;
  for (let at = source.indexOf("{{"); at >= 0; at = source.indexOf("{{", from)) {
    EXPRESSION.lastIndex = at;
    const raw = EXPRESSION.exec(source)?.[0];
    if (raw === undefined) return { unfinishedAt: at };
    texts.push(source.slice(from, at), "x".repeat(raw.length));
    from = at + raw.length;
    ends.set(at, from);
  }
  return { text: texts.join("") + source.slice(from), ends };
}
