import { type Masked, maskedSource } from "./masked-source.ts";

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

/** One attribute with the white space before it: its name, and its value with the quotes. Of a masked source. */
export const ATTRIBUTE = String.raw`\s+([^\s=>"'/<{}]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>{}=]+))?`;

const READERS: [SourceToken["kind"], RegExp][] = [
  ["text", /(?:[^<]|<(?![A-Za-z/!?]))+/y],
  ["comment", /<!--[\s\S]*?-->/y],
  ["close", /<\/([A-Za-z][\w:-]*)\s*>/y],
  ["open", new RegExp(String.raw`<([A-Za-z][\w:-]*)(?:${ATTRIBUTE})*\s*(\/?)>`, "y")],
];

/** Splits a source into text, tags, comments and {{…}}. */
export function sourceTokens(source: string): Tokens {
  const masked = maskedSource(source);
  if ("unfinishedAt" in masked) return { ok: false, at: masked.unfinishedAt };
  const tokens: SourceToken[] = [];
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, masked, at);
    if (!token) return { ok: false, at };
    tokens.push(token);
    at += token.raw.length;
  }
  return { ok: true, tokens };
}

function tokenAt(source: string, { text, ends }: Masked, at: number): SourceToken | null {
  const end = ends.get(at);
  if (end !== undefined) return tokenOf("expression", source.slice(at, end), at);
  for (const [kind, pattern] of READERS) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    if (length)
      return tokenOf(kind, source.slice(at, kind === "text" ? textEnd(at, at + length, ends) : at + length), at);
  }
  return null;
}

/** A text is over where an expression begins. */
function textEnd(from: number, to: number, ends: Masked["ends"]): number {
  for (let at = from; at < to; at += 1) if (ends.has(at)) return at;
  return to;
}

function tokenOf(kind: SourceToken["kind"], raw: string, at: number): SourceToken {
  return { kind, raw, at, name: nameOf(kind, raw), selfClosing: kind === "open" && raw.endsWith("/>") };
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
