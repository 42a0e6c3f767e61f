import { Parser } from "htmlparser2";
import { tokensIn } from "./expression-tokens.ts";
import { type ImportPlace, importAttributes } from "./import-attributes.ts";
import { type ImportWork, remark } from "./import-remark.ts";

/** Elements that mail programs show. */
const KEPT = new Set(
  `a abbr address article aside b big blockquote br caption center cite code col colgroup dd del dfn div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section
  small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
);
const VOID = new Set(["br", "hr", "img", "col", "wbr"]);
/** Elements that are gone with all that is in them. */
const DROPPED = new Set(
  "script iframe object embed svg math video audio canvas template textarea select style title noembed".split(" "),
);
/** What a whole document has around its content; nothing is lost with it. */
const FRAME = new Set(["html", "head", "meta"]);
const DEEPEST = 100;

/** No mail has more; the time it takes to close them grows with their square. */
const MOST_ELEMENTS = 6000;

export interface ImportedMarkup {
  html: string;
  title: string;
}

/** Whether HTML has more elements than any mail would. */
export function hasTooManyElements(text: string): boolean {
  return (text.match(/<[A-Za-z]/g)?.length ?? 0) > MOST_ELEMENTS;
}

/** Rewrites foreign HTML as what may stand in a mail: closed, without scripts, every address whole. */
export function importMarkup(text: string, work: ImportWork): ImportedMarkup {
  const writer = new MarkupWriter(text, work);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes, parser.startIndex),
      onclosetag: (name) => writer.close(name),
      ontext: (words) => writer.text(words),
      oncomment: (words) => writer.comment(words, parser.startIndex),
    },
    { decodeEntities: false, lowerCaseTags: true },
  );
  parser.end(text);
  return writer.result();
}

class MarkupWriter {
  private readonly pieces: string[] = [];
  /** For each open element what closes it. */
  private readonly ends: string[] = [];
  private dropping: { name: string; depth: number; words: string; at: number } | undefined;
  private title = "";
  private readonly source: string;
  private readonly work: ImportWork;

  constructor(source: string, work: ImportWork) {
    this.source = source;
    this.work = work;
  }

  open(name: string, attributes: Record<string, string>, at: number): void {
    if (this.dropping) {
      this.dropping.depth += 1;
    } else if (DROPPED.has(name)) {
      this.dropping = { name, depth: 0, words: "", at };
    } else if (name === "body") {
      this.begin("div", attributes, at);
    } else if (KEPT.has(name) && this.ends.length < DEEPEST) {
      this.begin(name, attributes, at);
    } else {
      this.ends.push("");
      if (!FRAME.has(name)) remark(this.work, "tag", `<${name}>`, this.source, at);
    }
  }

  private begin(name: string, attributes: Record<string, string>, at: number): void {
    const place: ImportPlace = { work: this.work, text: this.source, at };
    const written = importAttributes(attributes, place);
    // A picture without an address would be a hole in the mail.
    const isHole = name === "img" && !written.includes(" src=");
    const isVoid = VOID.has(name);
    if (!isHole) this.pieces.push(`<${name}${written}${isVoid ? " /" : ""}>`);
    this.ends.push(isVoid ? "" : `</${name}>`);
  }

  close(_name: string): void {
    if (!this.dropping) {
      this.pieces.push(this.ends.pop() ?? "");
    } else if (this.dropping.depth > 0) {
      this.dropping.depth -= 1;
    } else {
      this.drop(this.dropping);
      this.dropping = undefined;
    }
  }

  private drop({ name, words, at }: { name: string; words: string; at: number }): void {
    if (name === "title") {
      this.title ||= words.trim();
    } else if (name === "style") {
      this.keepStyles(words, at);
    } else {
      remark(this.work, "tag", `<${name}>`, this.source, at);
    }
  }

  /** Some mail programs heed a style sheet in the body, others do not: it is kept, and told. */
  private keepStyles(words: string, at: number): void {
    const isPlain = !/[<\\]|@import|expression\s*\(|javascript:/i.test(words) && tokensIn(words).length === 0;
    if (isPlain && words.trim()) this.pieces.push(`<style>${words.trim()}</style>\n`);
    remark(this.work, "style-sheet", isPlain ? "<style>" : "@import", this.source, at);
  }

  text(words: string): void {
    if (this.dropping) this.dropping.words += words;
    else this.pieces.push(words.replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;"));
  }

  comment(words: string, at: number): void {
    if (!this.dropping && words.trimStart().startsWith("[if") && words.includes("<")) {
      remark(this.work, "comment", `<!--${words}`, this.source, at);
    }
  }

  result(): ImportedMarkup {
    return { html: this.pieces.join(""), title: this.title };
  }
}
