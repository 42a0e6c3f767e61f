/** A stretch of template source as it stands there; all of them joined are the source again. */
export type SourceToken = {
  kind: "text" | "open" | "close" | "comment" | "expression";
  raw: string;
  at: number;
  /** The tag's name, or what an expression does: a block's `#`, its `else` and `/`, a partial's `>`, a note's `!`. */
  name: string;
  selfClosing: boolean;
};

/** The tokens, or the place from which on nobody can tell what is meant. */
export type Tokens = { ok: true; tokens: SourceToken[] } | { ok: false; at: number };

// Closing braces inside a quoted text belong to the text.
const EXPRESSION = String.raw`\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}|\{\{\{?(?:"[^"]*"|'[^']*'|[^"'{}])*\}\}\}?`;
const DOUBLE = String.raw`"(?:[^"{]|\{(?!\{)|${EXPRESSION})*"`;
const SINGLE = String.raw`'(?:[^'{]|\{(?!\{)|${EXPRESSION})*'`;
/** One attribute with the white space before it: its name, and its value with the quotes. */
export const ATTRIBUTE = String.raw`\s+([^\s=>"'/<{}]+)(?:\s*=\s*(${DOUBLE}|${SINGLE}|[^\s"'<>{}=]+))?`;

const READERS: [SourceToken["kind"], RegExp][] = [
  ["text", /(?:[^<{]|\{(?!\{)|<(?![A-Za-z/!?]))+/y],
  ["expression", new RegExp(EXPRESSION, "y")],
  ["comment", /<!--[\s\S]*?-->/y],
  ["close", /<\/([A-Za-z][\w:-]*)\s*>/y],
  ["open", new RegExp(String.raw`<([A-Za-z][\w:-]*)(?:${ATTRIBUTE})*\s*(\/?)>`, "y")],
];

/** Splits a source into text, tags, comments and {{…}}. */
export function sourceTokens(source: string): Tokens {
  const tokens: SourceToken[] = [];
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    if (!token) return { ok: false, at };
    tokens.push(token);
    at += token.raw.length;
  }
  return { ok: true, tokens };
}

function tokenAt(source: string, at: number): SourceToken | null {
  for (const [kind, pattern] of READERS) {
    pattern.lastIndex = at;
    const raw = pattern.exec(source)?.[0];
    if (raw) return { kind, raw, at, name: nameOf(kind, raw), selfClosing: kind === "open" && raw.endsWith("/>") };
  }
  return null;
}

function nameOf(kind: SourceToken["kind"], raw: string): string {
  if (kind === "open" || kind === "close") return /[A-Za-z][\w:-]*/.exec(raw)?.[0].toLowerCase() ?? "";
  return kind === "expression" ? actOf(raw) : "";
}

function actOf(raw: string): string {
  const inside = raw.replace(/^\{\{~?\s*/, "");
  if (/^(else\b|\^\s*~?\}\})/.test(inside)) return "else";
  const sign = inside[0] ?? "";
  if (sign === "^") return "#";
  return "#/>!".includes(sign) ? sign : "";
}

/** The line on which a place of a source stands. */
export function lineAt(source: string, at: number): number {
  return source.slice(0, at).split("\n").length;
}
