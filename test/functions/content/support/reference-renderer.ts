import Handlebars from "handlebars";
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatPlural,
  lastMomentBefore,
} from "../../../../functions/content/rules/format-values.ts";
import type { DateStyle } from "../../../../functions/content/rules/helper-signatures.ts";
import { LARGEST_OUTPUT } from "../../../../functions/content/rules/run-program.ts";
import type { FilledValues, Reader } from "../../../../functions/content/rules/writer.ts";

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
  number: (value: number | "") => (value === "" ? "" : formatNumber(value)),
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

/** Handlebars itself, which programs are compared with: a template text compiled once, to be filled many times. */
export function referenceRenderer(source: string, kind: "html" | "plain") {
  const template = engine.compile(source, {
    strict: true,
    knownHelpers: KNOWN,
    knownHelpersOnly: true,
    noEscape: kind === "plain",
    preventIndent: true,
  });
  return (values: FilledValues, reader: Reader): string => template(nested(values), { data: { reader } });
}

const known = new WeakMap<FilledValues, object>();

/** Writes mails as Handlebars does, their lines on one line and their text without gaps, each looked at as a whole. */
export function referenceMail(parts: Record<"subject" | "html" | "text", string>) {
  const [subject, html, text] = [
    referenceRenderer(parts.subject, "plain"),
    referenceRenderer(parts.html, "html"),
    referenceRenderer(parts.text, "plain"),
  ];
  return (values: FilledValues, reader: Reader) => {
    const written = text(values, reader)
      .replace(/[ \t]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    const line = subject(values, reader)
      .replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
      .trim();
    return { subject: line, html: html(values, reader), text: `${written}\n` };
  };
}

/** The values as Handlebars looks them up: "contact.name" is the name in contact. */
function nested(values: FilledValues): object {
  const found = known.get(values);
  if (found) return found;
  const context: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const path = name.split(".");
    let inner = context;
    for (const segment of path.slice(0, -1)) {
      inner[segment] ??= Object.create(null);
      inner = inner[segment] as Record<string, unknown>;
    }
    inner[path.at(-1) ?? ""] = value;
  }
  known.set(values, context);
  return context;
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
