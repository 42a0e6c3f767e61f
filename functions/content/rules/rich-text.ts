import { Parser } from "htmlparser2";
import { filledAddress, filledText, strayBraces } from "./filled-text.ts";

const INLINE: Readonly<Record<string, string>> = { strong: "strong", b: "strong", em: "em", i: "em", a: "a" };
const LISTS = new Set(["ul", "ol"]);
/** Their inside is no text for readers. */
const UNREAD = new Set(["script", "style", "title", "template", "noscript", "textarea", "iframe", "svg", "math"]);
/** Elements that only hold others; browsers put them around what is pasted. */
const PASSED = new Set(["html", "head", "body", "span", "font", "meta"]);

/** Rich text as a field may hold it, and what had to be left out of it. */
export interface RichText {
  html: string;
  /** Names of elements whose words were kept, but not they themselves. */
  refused: string[];
  /** Braces that print no value. */
  stray: string | undefined;
}

interface Writing {
  html: string;
  open: string[];
  words: string;
  unread: number;
  refused: Set<string>;
  stray: string | undefined;
}

/** Keeps of HTML paragraphs, lists, strong and emphasized words and links; of everything else only the words. */
export function richText(html: string): RichText {
  const writing: Writing = { html: "", open: [], words: "", unread: 0, refused: new Set(), stray: undefined };
  const parser = new Parser({
    onopentag: (name, attributes) => openElement(writing, name, attributes),
    onclosetag: (name) => closeElement(writing, name),
    ontext: (text) => {
      if (writing.unread === 0) writing.words += text;
    },
  });
  parser.end(html);
  writeWords(writing);
  closeTo(writing, 0);
  const whole = writing.html.replace(/<(p|li)><\/\1>/g, "").replace(/<(ul|ol)><\/\1>/g, "");
  return { html: whole, refused: [...writing.refused], stray: writing.stray };
}

function openElement(writing: Writing, name: string, attributes: Readonly<Record<string, string>>): void {
  if (UNREAD.has(name)) {
    writing.unread += 1;
    writing.refused.add(name);
  }
  if (writing.unread > 0) return;
  writeWords(writing);
  const inline = Object.hasOwn(INLINE, name) ? INLINE[name] : undefined;
  if (inline) {
    openInline(writing, inline, attributes.href ?? "");
  } else if (name === "br") {
    openBlock(writing);
    writing.html += "<br>";
  } else {
    openParagraph(writing, name);
  }
}

function openInline(writing: Writing, name: string, href: string): void {
  if (writing.open.includes(name)) return;
  openBlock(writing);
  writing.open.push(name);
  writing.html += name === "a" ? `<a href="${filledAddress(href)}">` : `<${name}>`;
}

/** Paragraphs and lists do not nest: what begins inside a line of a list belongs to that line. */
function openParagraph(writing: Writing, name: string): void {
  const inItem = writing.open.includes("li");
  const list = writing.open.findIndex((each) => LISTS.has(each));
  if (name === "li" && list >= 0) {
    closeTo(writing, list + 1);
    push(writing, "li");
  } else if (LISTS.has(name)) {
    if (inItem) return;
    closeTo(writing, 0);
    push(writing, name);
  } else if (name === "p" || name === "div" || name === "li") {
    if (!inItem) closeTo(writing, 0);
  } else if (!PASSED.has(name)) {
    writing.refused.add(name);
  }
}

function closeElement(writing: Writing, name: string): void {
  if (UNREAD.has(name)) writing.unread = Math.max(0, writing.unread - 1);
  if (writing.unread > 0) return;
  writeWords(writing);
  const at = writing.open.lastIndexOf(INLINE[name] ?? (name === "div" ? "p" : name));
  if (at >= 0) closeTo(writing, at);
}

function writeWords(writing: Writing): void {
  const { words } = writing;
  writing.words = "";
  if (words === "" || (words.trim() === "" && !isInLine(writing))) return;
  writing.stray ??= strayBraces(words);
  openBlock(writing);
  writing.html += filledText(words);
}

/** Words stand in a paragraph or in a line of a list, never between them. */
function openBlock(writing: Writing): void {
  if (!isInLine(writing)) push(writing, LISTS.has(writing.open.at(-1) ?? "") ? "li" : "p");
}

function isInLine({ open }: Writing): boolean {
  const last = open.at(-1);
  return last !== undefined && !LISTS.has(last);
}

function push(writing: Writing, name: string): void {
  writing.open.push(name);
  writing.html += `<${name}>`;
}

function closeTo(writing: Writing, depth: number): void {
  while (writing.open.length > depth) writing.html += `</${writing.open.pop()}>`;
}
