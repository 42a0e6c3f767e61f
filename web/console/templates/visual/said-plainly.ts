import { plainWords } from "./part-look.ts";
import { sourceTokens } from "./source-tokens.ts";
import type { TextPiece } from "./text-pieces.ts";
import type { visualWordsEn } from "./visual-words-en.ts";

type Said = typeof visualWordsEn;
type Block = "if" | "unless" | "each";

/** What stands in the place of a {{…}}, a note or a picture inside a text. */
export function saidOfPiece({ raw, name }: TextPiece, { pieces }: Said): string {
  if (name === "img") return pieces.picture;
  if (raw.startsWith("<!--") || /^\{\{~?!/.test(raw)) return pieces.note;
  if (!raw.startsWith("{{")) return raw;
  const block = blockOf(raw);
  if (block) return pieces[block.does](block.name);
  if (/^\{\{~?\//.test(raw)) return pieces.end;
  if (/^\{\{~?\s*(else\b|\^)/.test(raw)) return pieces.else;
  return variableIn(raw);
}

/** What a stretch of source is that the canvas keeps as it is. */
export function saidOfKept(raw: string, { kept }: Said): string {
  const read = sourceTokens(raw);
  const first = read.ok ? read.tokens[0] : undefined;
  const block = blockOf(raw);
  if (block) return hasElse(raw) ? kept.choice(block.name) : kept[block.does](block.name);
  if (first?.kind === "open") return kept.tag(first.name);
  if (first?.name === ">") return kept.partial(/[\w-]+/.exec(raw)?.[0] ?? "");
  const words = short(plainWords(raw.replace(/^(<!--|\{\{~?!(--)?)|(-->|(--)?~?\}\})$/g, "")));
  return first?.kind === "comment" || first?.name === "!" ? kept.note(words) : kept.text(words);
}

function blockOf(raw: string): { does: Block; name: string } | null {
  const [, sign, helper = "", path] = /^\{\{~?([#^])\s*([\w.@-]+)(?:\s+([\w.@-]+))?/.exec(raw) ?? [];
  if (!sign) return null;
  if (sign === "^") return { does: "unless", name: helper };
  return helper === "unless" || helper === "each"
    ? { does: helper, name: path ?? "" }
    : { does: "if", name: path ?? helper };
}

const hasElse = (raw: string) => /\{\{~?\s*(else\b|\^\s*~?\}\})/.test(raw);

/** A helper's first argument says what it writes: {{date trial.endsAt style="time"}} is trial.endsAt. */
function variableIn(raw: string): string {
  const [first = "", second = ""] = raw.replace(/^\{+~?\s*|\s*~?\}+$/g, "").split(/\s+/);
  return /^[\w.@-]+$/.test(second) ? second : first;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
