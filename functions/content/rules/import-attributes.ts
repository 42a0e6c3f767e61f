import { ADDRESS_ATTRIBUTES, isSafeAddress, READABLE_ATTRIBUTES } from "./check-attributes.ts";
import { restore, tokensIn } from "./expression-tokens.ts";
import { type ImportWork, remark } from "./import-remark.ts";

/** Where in the given text an element stands. */
export interface ImportPlace {
  work: ImportWork;
  text: string;
  at: number;
}

const NAME = /^[a-z][a-z0-9-]*$/;
/** What mail programs ignore, and what only the sender of old knew what to do with. */
const NOT_FOR_MAIL = /^(on|data-|xmlns|contenteditable$|srcset$|poster$|action$)/;
const ACTIVE_STYLE = /expression\s*\(|javascript:|@import|behavior\s*:/i;

/** The attributes of an element that may stand in a mail, as they are written; addresses made safe or left out. */
export function importAttributes(attributes: Readonly<Record<string, string>>, place: ImportPlace): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => {
      const kept = NAME.test(name) ? importAttribute(name, value, place) : undefined;
      return kept === undefined ? [] : ` ${name}="${kept.replaceAll('"', "&quot;").replaceAll("]]>", "")}"`;
    })
    .join("");
}

function importAttribute(name: string, value: string, place: ImportPlace): string | undefined {
  if (NOT_FOR_MAIL.test(name) || (name === "style" && ACTIVE_STYLE.test(value))) {
    return name.startsWith("data-") || name.startsWith("xmlns") ? undefined : leaveOut(name, value, place);
  }
  if (ADDRESS_ATTRIBUTES.has(name)) {
    return importAddress(name, value.trim(), place);
  }
  if (tokensIn(value).length > 0 && !READABLE_ATTRIBUTES.has(name)) {
    return leaveOut(name, value, place);
  }
  return value;
}

function leaveOut(name: string, value: string, { work, text, at }: ImportPlace): undefined {
  remark(work, "attribute", `${name}="${restore(value, work.expressions)}"`, text, at);
}

function importAddress(name: string, value: string, place: ImportPlace): string | undefined {
  const { work, text, at } = place;
  if (tokensIn(value).length > 0) {
    return variableAddress(value, place);
  }
  const whole = value.startsWith("//") ? `https:${value}` : value;
  if (isSafeAddress(whole)) {
    return whole;
  }
  remark(work, "address", `${name}="${value}"`, text, at);
  return undefined;
}

/** An address is one variable here; one put together of several pieces becomes a variable of its own. */
function variableAddress(value: string, place: ImportPlace): string {
  const { work, text, at } = place;
  const written = restore(value, work.expressions);
  const name = /^\{\{([A-Za-z0-9.]+)\}\}$/.exec(written)?.[1];
  const own = name === undefined ? undefined : work.variables.get(name);
  if (name?.startsWith("urls.")) {
    return value;
  }
  if (own && own.type === "text") {
    work.variables.set(own.name, { ...own, type: "url", required: true, sample: sampleAddress(String(own.sample)) });
    return value;
  }
  if (own?.type === "url") {
    return value;
  }
  const joined = `links.link${[...work.variables.keys()].filter((each) => each.startsWith("links.link")).length + 1}`;
  const sample = sampleAddress(written.replace(/\{\{[^}]*\}\}/g, "sample"));
  work.variables.set(joined, { name: joined, type: "url", required: true, sample });
  remark(work, "joined-link", `${written} → {{${joined}}}`, text, at);
  return `\uE000${work.expressions.push(`{{${joined}}}`) - 1}\uE001`;
}

function sampleAddress(text: string): string {
  return isSafeAddress(text) && text.length <= 1000 ? text : "https://example.com/sample";
}
