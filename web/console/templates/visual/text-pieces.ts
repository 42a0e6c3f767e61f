import { type SourceToken, sourceTokens } from "./source-tokens.ts";
import { attributesOf } from "./tag-text.ts";

/**
 * The smallest part of a text that can change by itself: a character, a tag or a {{…}}. The key says what it means,
 * so that what a browser hands back can be compared with what was written.
 */
export type TextPiece = { kind: "character" | "open" | "close" | "held"; key: string; raw: string; name: string };

const EDITABLE = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol li strong b em i u s a span br small sub sup div blockquote".split(" "),
);

const CHARACTER = /\r\n|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w*);|[\s\S]/gu;
const NAMED: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&nbsp;": "\u00a0",
};

/** The pieces of an element's text; null when it holds HTML that can only be changed as code. */
export function textPieces(text: string): TextPiece[] | null {
  const read = sourceTokens(text);
  if (!read.ok) return null;
  const pieces = read.tokens.map(piecesOf);
  return pieces.every((each) => each !== null) ? pieces.flat() : null;
}

function piecesOf(token: SourceToken): TextPiece[] | null {
  const { kind, raw, name } = token;
  if (kind === "text") return (raw.match(CHARACTER) ?? []).map(character);
  if (kind === "expression" || kind === "comment") return [{ kind: "held", key: raw, raw, name: "" }];
  if (kind === "open" && name === "img") return [{ kind: "held", key: raw, raw, name }];
  if (!EDITABLE.has(name)) return null;
  return [{ kind, key: kind === "open" ? raw : `</${name}>`, raw, name }];
}

function character(raw: string): TextPiece {
  const key = meaningOf(raw);
  return key === null ? { kind: "held", key: raw, raw, name: "" } : { kind: "character", key, raw, name: "" };
}

/** The character behind a reference; null for one that is kept as it is written. */
function meaningOf(raw: string): string | null {
  if (raw === "\r\n") return "\n";
  if (!/^&.+;$/.test(raw)) return raw;
  if (!raw.startsWith("&#")) return NAMED[raw] ?? null;
  const code = Number(raw.slice(2, -1).replace(/^x/i, "0x"));
  const isPlain = (code >= 32 && code < 127) || (code > 159 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  return isPlain ? String.fromCodePoint(code) : null;
}

/** A character that somebody typed. */
export function typed(key: string): TextPiece {
  const raw = key.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return { kind: "character", key, raw, name: "" };
}

/** A text after an edit: what says the same before and behind it stays as it was written. */
export function editedText(before: TextPiece[], after: TextPiece[]): string {
  const same = (left?: TextPiece, right?: TextPiece) => left !== undefined && left.key === right?.key;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start += 1;
  if (start === before.length && start === after.length) return rawOf(before);
  start = beforeBareSign(before, start);
  let end = 0;
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const kept = { head: rawOf(before.slice(0, start)), tail: rawOf(end ? before.slice(-end) : []) };
  const replaced = before.slice(start, before.length - end);
  const written = withBlanks(after.slice(start, after.length - end), replaced);
  return kept.head + onOwnLines(written, kept, /\n([ \t]*)<p/.exec(rawOf(before))?.[1]) + kept.tail;
}

/** A bare "<" or "&" right before a change could make a tag or a sign of what follows it now: it is written anew. */
function beforeBareSign(pieces: TextPiece[], start: number): number {
  let at = start;
  while (at > 0 && /^[\w#]$/.test(pieces[at - 1]?.raw ?? "")) at -= 1;
  return at > 0 && /^[<&]$/.test(pieces[at - 1]?.raw ?? "") ? beforeBareSign(pieces, at - 1) : start;
}

const rawOf = (pieces: TextPiece[]) => pieces.map(({ raw }) => raw).join("");

/** Browsers make blanks unbreakable while somebody types; one that was not there before is a blank. */
function withBlanks(written: TextPiece[], replaced: TextPiece[]): string {
  const isKept = replaced.some(({ key }) => key === "\u00a0");
  return rawOf(written).replaceAll("\u00a0", isKept ? "&nbsp;" : " ");
}

/** New paragraphs get lines of their own, where those before have them. */
function onOwnLines(
  written: string,
  { head, tail }: { head: string; tail: string },
  indent: string | undefined,
): string {
  if (written === "" || indent === undefined) return written;
  const before = /<\/(?:p|ul|ol|h\d)>$/.exec(head)?.[0] ?? "";
  const after = /^<(?:p|ul|ol|h\d)\b/.exec(tail)?.[0] ?? "";
  const lines = (before + written + after).replace(/(<\/(?:p|ul|ol|h\d)>)(?=<(?:p|ul|ol|h\d)\b)/g, `$1\n${indent}`);
  return lines.slice(before.length, lines.length - after.length);
}

/** How a held piece is named on the canvas. */
export type PieceName = (piece: TextPiece) => string;

/** The text as HTML for the canvas: nothing in it can run, lead anywhere or load anything. */
export function shownHtml(pieces: TextPiece[], nameOf: PieceName): string {
  return pieces.map((piece) => shownPiece(piece, nameOf)).join("");
}

function shownPiece(piece: TextPiece, nameOf: PieceName): string {
  if (piece.kind === "character") return escaped(piece.key);
  if (piece.kind === "close") return `</${piece.name}>`;
  const raw = ` data-raw="${escaped(piece.raw)}"`;
  if (piece.kind === "open") return `<${piece.name}${raw}${shownLook(piece.raw)}>`;
  return `<span class="held"${raw} contenteditable="false">${escaped(nameOf(piece))}</span>`;
}

function shownLook(open: string): string {
  const { class: names = "", style = "" } = attributesOf(open);
  const isPlain = /^[\w\s:;.,#%()'!-]*$/.test(style) && !/url|image|expression|position/i.test(style);
  return [/^[\w\s-]+$/.test(names) ? ` class="${names}"` : "", style && isPlain ? ` style="${style}"` : ""].join("");
}

export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
