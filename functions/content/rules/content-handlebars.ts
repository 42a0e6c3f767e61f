import Handlebars from "handlebars";
import type { ContentLocale } from "./content-locale.ts";
import { formatDate, formatMoney, formatNumber, formatPlural, lastMomentBefore } from "./format-values.ts";
import type { DateStyle } from "./helper-signatures.ts";

/** What helpers are told about the reader. */
export interface Reader {
  locale: ContentLocale;
  zone: string;
}

/** No mail is larger; a template that would write more is stopped while it runs. */
export const LARGEST_OUTPUT = 256 * 1024;

/** A Handlebars of our own: only the helpers below exist in it, none of the built-in ones that look things up. */
const engine = Handlebars.create();
for (const builtIn of Object.keys(engine.helpers)) {
  if (builtIn !== "if" && builtIn !== "unless") {
    engine.unregisterHelper(builtIn);
  }
}

type Options = Handlebars.HelperOptions;

engine.registerHelper({
  each: repeat,
  date: (instant: string, options: Options) => {
    const { style = "day", until = false } = options.hash as { style?: DateStyle; until?: boolean };
    const { locale, zone } = readerOf(options);
    return instant ? formatDate(until ? lastMomentBefore(instant) : instant, style, locale, zone) : "";
  },
  money: (amountMinor: number | "", currency: string, options: Options) =>
    amountMinor === "" || !currency ? "" : formatMoney(amountMinor, currency, readerOf(options).locale),
  number: (value: number | "", options: Options) => (value === "" ? "" : formatNumber(value, readerOf(options).locale)),
  plural: (count: number | "", options: Options) =>
    count === "" ? "" : formatPlural(count, options.hash, readerOf(options).locale),
  default: (value: string, instead: string) => value || instead,
});

const KNOWN = {
  if: true,
  unless: true,
  each: true,
  date: true,
  money: true,
  number: true,
  plural: true,
  default: true,
};

/** Compiles a checked template text; plain texts (subject, text part) are not escaped, HTML always is. */
export function compileTemplate(source: string, kind: "html" | "plain") {
  if (typeof source !== "string") {
    throw new TypeError("A template is text; a parsed template is never accepted.");
  }
  const template = engine.compile(source, {
    strict: true,
    knownHelpers: KNOWN,
    knownHelpersOnly: true,
    noEscape: kind === "plain",
    preventIndent: true,
  });
  return (context: unknown, reader: Reader) => template(context, { data: { reader } });
}

function repeat(this: unknown, list: unknown, options: Options): string {
  if (!Array.isArray(list) || list.length === 0) {
    return options.inverse(this);
  }
  let written = "";
  for (const [index, line] of list.entries()) {
    const data = { ...engine.createFrame(options.data), index, first: index === 0, last: index === list.length - 1 };
    written += options.fn(line, { data });
    if (written.length > LARGEST_OUTPUT) {
      throw new RangeError("The mail grows beyond what can be sent.");
    }
  }
  return written;
}

function readerOf(options: Options): Reader {
  return options.data.reader as Reader;
}
