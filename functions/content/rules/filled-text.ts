import { splitExpressions } from "./split-expressions.ts";

/** Prints one value: a variable or a helper. Blocks, partials and comments would reach beyond the field. */
const PRINTED = /^\{\{\s*(?!else\b|this\b)[A-Za-z][^{}]*\}\}$/;
const ONE_VARIABLE = /^\s*\{\{\s*[A-Za-z][A-Za-z0-9.]*\s*\}\}\s*$/;

/** Words of a person as text of MJML: whatever they hold, they are words, except what prints a value. */
export function filledText(text: string): string {
  const pieces = splitExpressions(oneLine(text)).map(({ raw }) => ({ raw, printed: PRINTED.test(raw) }));
  return pieces
    .map(({ raw, printed }, index) => {
      if (printed) return raw;
      const before = pieces[index - 1]?.printed === true;
      const behind = pieces[index + 1]?.printed === true;
      return escapeWords(apart(raw, before, behind));
    })
    .join("");
}

/** An address of a person as the value of an attribute: one variable, or as it is for the gate to judge. */
export function filledAddress(address: string): string {
  const line = oneLine(address).trim();
  return ONE_VARIABLE.test(line) ? line : escapeWords(apart(line, false, false));
}

/** The first pair of braces that prints no value. */
export function strayBraces(text: string): string | undefined {
  const stray = splitExpressions(oneLine(text)).find(({ kind, raw }) => kind !== "text" && !PRINTED.test(raw));
  return stray?.raw.slice(0, 40);
}

/** No line break may shift the lines of the design, and no invisible character is anybody's meaning. */
function oneLine(text: string): string {
  return text.replace(/\r\n?|\n|\p{Cc}|\p{Co}|\u2028|\u2029/gu, " ");
}

/** No two braces stand together, and none of them, nor a backslash, touches those of a value. */
function apart(text: string, before: boolean, behind: boolean): string {
  const spaced = text.replace(/([{}])(?=[{}])/g, "$1 ");
  const ahead = before && /^[{}]/.test(spaced) ? ` ${spaced}` : spaced;
  return behind && /[{}\\]$/.test(ahead) ? `${ahead.replace(/\\+$/, "")} ` : ahead;
}

function escapeWords(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
