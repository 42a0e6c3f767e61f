/** One attribute of a tag, with the offsets of its value in the source. */
export interface TagAttribute {
  name: string;
  value: string;
  valueAt: number;
  quoted: boolean;
}

/** One tag or comment as it stands in the source. */
export interface SourceTag {
  kind: "open" | "close" | "comment";
  name: string;
  attributes: TagAttribute[];
  selfClosing: boolean;
  at: number;
  end: number;
}

/** Tags that have no inside and are never closed. */
export const VOID_TAGS: ReadonlySet<string> = new Set(["br", "hr", "img", "meta", "col", "wbr"]);

const NAME = /[A-Za-z][\w:-]*/y;
const ATTRIBUTE = /\s*([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;
const TAG_END = /\s*(\/?)>/y;

/** Reads the tags of MJML or HTML source in order. Expressions must have been masked before. */
export function scanTags(masked: string): SourceTag[] {
  const tags: SourceTag[] = [];
  let at = masked.indexOf("<");
  while (at >= 0) {
    const tag = readTag(masked, at);
    if (tag) {
      tags.push(tag);
    }
    at = masked.indexOf("<", tag?.end ?? at + 1);
  }
  return tags;
}

function readTag(source: string, at: number): SourceTag | undefined {
  if (source.startsWith("<!--", at)) {
    const end = source.indexOf("-->", at + 4);
    return { ...BLANK, kind: "comment", at, end: end < 0 ? source.length : end + 3 };
  }
  const isClose = source[at + 1] === "/";
  const nameAt = at + (isClose ? 2 : 1);
  const name = matchAt(NAME, source, nameAt)?.[0];
  if (name === undefined) {
    return undefined;
  }
  const { attributes, end: afterAttributes } = readAttributes(source, nameAt + name.length);
  const close = matchAt(TAG_END, source, afterAttributes);
  const end = afterAttributes + (close?.[0].length ?? 0);
  const kind = isClose ? "close" : "open";
  return {
    kind,
    name: name.toLowerCase(),
    attributes,
    selfClosing: close?.[1] === "/",
    at,
    end: Math.max(end, at + 1),
  };
}

const BLANK = { name: "", attributes: [], selfClosing: true };

function readAttributes(source: string, from: number): { attributes: TagAttribute[]; end: number } {
  const attributes: TagAttribute[] = [];
  let end = from;
  for (let match = matchAt(ATTRIBUTE, source, end); match; match = matchAt(ATTRIBUTE, source, end)) {
    end += match[0].length;
    const [, name = "", double, single, bare] = match;
    const quoted = double ?? single;
    const value = quoted ?? bare ?? "";
    const valueAt = end - value.length - (quoted === undefined ? 0 : 1);
    attributes.push({ name: name.toLowerCase(), value, valueAt, quoted: quoted !== undefined });
  }
  return { attributes, end };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
