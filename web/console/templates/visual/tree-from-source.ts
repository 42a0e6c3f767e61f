import { lineAt, type SourceToken, sourceTokens } from "./source-tokens.ts";
import { attributesOf } from "./tag-text.ts";
import {
  type HeldNode,
  type Level,
  levelInside,
  type Obstacle,
  PARTS_OF,
  type PartNode,
  TEXT_TAGS,
  type VisualNode,
  type VisualTree,
} from "./visual-tree.ts";

export type Carried = { ok: true; tree: VisualTree } | ({ ok: false } & Obstacle);

type List = { nodes: VisualNode[]; tail: string };

class Torn extends Error {
  readonly token: SourceToken;

  constructor(token: SourceToken) {
    super(token.raw);
    this.token = token;
  }
}

const HTML_VOID = new Set(["br", "hr", "img", "meta", "col", "wbr", "input", "link"]);

/** Reads a body for the visual mode, or says at which line it cannot be carried without the danger of a loss. */
export function treeFromSource(source: string, emptyLevel: VisualTree["level"] = "rows"): Carried {
  const read = sourceTokens(source);
  if (!read.ok) return { ok: false, ...obstacle(source, read.at, "unreadable") };
  const level = levelOf(read.tokens) ?? emptyLevel;
  try {
    return { ok: true, tree: { level, ...readList(read.tokens, level, counter()) } };
  } catch (error) {
    if (!(error instanceof Torn)) throw error;
    return { ok: false, ...obstacle(source, error.token.at, reasonOf(error.token)) };
  }
}

function obstacle(source: string, at: number, reason: Obstacle["reason"]): Obstacle {
  const raw = source.slice(at, at + 60).split("\n")[0] ?? "";
  return { line: lineAt(source, at), reason, raw };
}

/** A body brings its own sections, or it is put into a column of the layout. */
function levelOf(tokens: SourceToken[]): VisualTree["level"] | null {
  const first = tokens.find(({ kind, name }) => kind === "open" && name.startsWith("mj-"));
  if (!first) return null;
  return PARTS_OF.sections.includes(first.name) || first.name === "mj-hero" ? "sections" : "rows";
}

type NextId = () => string;

function counter(): NextId {
  let count = 0;
  return () => `n${count++}`;
}

function readList(tokens: SourceToken[], level: Level, nextId: NextId): List {
  const list: List = { nodes: [], tail: "" };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as SourceToken;
    if (token.kind === "text") {
      readText(token, level, nextId, list);
      at += 1;
      continue;
    }
    const end = endOf(tokens, at);
    const node = readNode(tokens.slice(at, end), level, nextId);
    list.nodes.push({ ...node, lead: list.tail });
    list.tail = "";
    at = end;
  }
  return list;
}

/** White space belongs to what follows it; other text between elements is held. */
function readText({ raw }: SourceToken, level: Level, nextId: NextId, list: List): void {
  const text = raw.trim();
  if (text === "") {
    list.tail += raw;
    return;
  }
  const from = raw.indexOf(text);
  const lead = list.tail + raw.slice(0, from);
  list.nodes.push({ kind: "held", what: "text", id: nextId(), level, lead, raw: text });
  list.tail = raw.slice(from + text.length);
}

function readNode(tokens: SourceToken[], level: Level, nextId: NextId): VisualNode {
  const [first] = tokens as [SourceToken];
  if (first.kind === "open" && PARTS_OF[level].includes(first.name)) {
    return readPart(tokens, nextId) ?? held(tokens, level, nextId);
  }
  return readBlock(tokens, level, nextId) ?? held(tokens, level, nextId);
}

function readPart(tokens: SourceToken[], nextId: NextId): PartNode | null {
  const [first] = tokens as [SourceToken];
  const inner = tokens.slice(1, -1);
  const id = nextId();
  const own = {
    kind: "part",
    id,
    lead: "",
    tag: first.name,
    open: first.raw,
    attributes: attributesOf(first.raw),
  } as const;
  const close = tokens.length > 1 ? (tokens.at(-1)?.raw ?? "") : "";
  const level = levelInside(first.name);
  if (level && close) {
    const { nodes, tail } = readList(inner, level, nextId);
    return { ...own, text: null, children: nodes, tail, close };
  }
  if (TEXT_TAGS.includes(first.name) && close) {
    return { ...own, text: joined(inner), children: [], tail: "", close };
  }
  const isEmpty = level === null && !TEXT_TAGS.includes(first.name) && joined(inner).trim() === "";
  return isEmpty ? { ...own, text: null, children: [], tail: joined(inner), close } : null;
}

/** Rows around which a block stands can be changed one by one; one with an `else` is held as a whole. */
function readBlock(tokens: SourceToken[], level: Level, nextId: NextId): VisualNode | null {
  const [first] = tokens as [SourceToken];
  const inner = tokens.slice(1, -1);
  if (first.name !== "#" || first.kind !== "expression" || level === "columns" || hasOwnElse(inner)) return null;
  const id = nextId();
  const { nodes, tail } = readList(inner, level, nextId);
  return {
    kind: "block",
    id,
    lead: "",
    level,
    open: first.raw,
    children: nodes,
    tail,
    close: tokens.at(-1)?.raw ?? "",
  };
}

function hasOwnElse(tokens: SourceToken[]): boolean {
  let depth = 0;
  for (const { kind, name } of tokens) {
    if (kind !== "expression") continue;
    if (name === "#") depth += 1;
    if (name === "/") depth -= 1;
    if (name === "else" && depth === 0) return true;
  }
  return false;
}

function held(tokens: SourceToken[], level: Level, nextId: NextId): HeldNode {
  const [first] = tokens as [SourceToken];
  return { kind: "held", id: nextId(), lead: "", level, what: whatIs(first), raw: joined(tokens) };
}

function whatIs({ kind, name }: SourceToken): HeldNode["what"] {
  if (kind === "comment" || name === "!") return "note";
  if (kind === "open") return "tag";
  if (name === "#") return "block";
  return name === ">" ? "partial" : "text";
}

function joined(tokens: SourceToken[]): string {
  return tokens.map(({ raw }) => raw).join("");
}

/** Where the element or block that begins here is over; everything inside it must be over before. */
function endOf(tokens: SourceToken[], from: number): number {
  const first = tokens[from] as SourceToken;
  if (!isPaired(first)) return from + 1;
  const open: SourceToken[] = [];
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as SourceToken;
    if (opens(token)) open.push(token);
    else if (isPaired(token)) follow(token, open);
    if (open.length === 0) return at + 1;
  }
  throw new Torn(open.at(-1) ?? first);
}

/** Whatever was opened since and is still open has lost its own end; what was never opened is to blame itself. */
function follow(token: SourceToken, open: SourceToken[]): void {
  const last = open.at(-1);
  if (!last || !belongs(token, last)) throw new Torn(last && open.some((each) => belongs(token, each)) ? last : token);
  if (closes(token)) open.pop();
}

function belongs(token: SourceToken, to: SourceToken): boolean {
  return token.kind === "close" ? to.kind === "open" && to.name === token.name : to.kind === "expression";
}

const opens = ({ kind, name, selfClosing }: SourceToken) =>
  (kind === "open" && !selfClosing && !HTML_VOID.has(name)) || (kind === "expression" && name === "#");

const closes = ({ kind, name }: SourceToken) => kind === "close" || (kind === "expression" && name === "/");

const isPaired = (token: SourceToken) => opens(token) || closes(token) || token.name === "else";

function reasonOf({ kind }: SourceToken): Obstacle["reason"] {
  return kind === "expression" ? "torn-block" : "torn-tag";
}
