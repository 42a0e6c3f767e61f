import { givenValue } from "./given-value.ts";
import type { TemplateVariable, VariableType } from "./template-variable.ts";

/** Values by their dotted names, as the sender knows them; unknown names are left out of the mail. */
export type VariableValues = Readonly<Record<string, unknown>>;

export type FilledVariables =
  | { ok: true; values: Readonly<Record<string, unknown>> }
  | { ok: false; reason: "missing-variable" | "invalid-variable"; names: string[] };

const LONGEST_TEXT = 1000;
const LONGEST_LIST = 100;
const WEB_SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** Makes the values that a program is run with, by full names: every declared variable is there, checked and of its type. */
export function fillVariables(declared: readonly TemplateVariable[], given: VariableValues): FilledVariables {
  const values: Record<string, unknown> = Object.create(null);
  const invalid: string[] = [];
  const missing: string[] = [];
  for (const { variable, path, read } of fieldsOf(declared)) {
    const value = read(givenValue(given, variable.name, path));
    values[variable.name] = value;
    if (value === undefined) {
      invalid.push(variable.name);
    } else if (variable.required && isEmpty(value)) {
      missing.push(variable.name);
    }
  }
  if (invalid.length > 0) {
    return { ok: false, reason: "invalid-variable", names: invalid };
  }
  return missing.length > 0 ? { ok: false, reason: "missing-variable", names: missing } : { ok: true, values };
}

interface Field {
  variable: TemplateVariable;
  path: readonly string[];
  read(given: unknown): unknown;
}

const fields = new WeakMap<readonly TemplateVariable[], Field[]>();

function fieldsOf(declared: readonly TemplateVariable[]): Field[] {
  let found = fields.get(declared);
  if (!found) {
    found = declared.map((variable) => ({ variable, path: variable.name.split("."), read: reader(variable) }));
    fields.set(declared, found);
  }
  return found;
}

/** Reads values of one variable; a text or number that came the last time too was cleaned then. */
function reader(variable: TemplateVariable): Field["read"] {
  let last: { given: unknown; value: unknown } | undefined;
  return (given) => {
    if (!last || last.given !== given || typeof given === "object") {
      last = { given, value: fill(variable, given) };
    }
    return last.value;
  };
}

/** The cleaned value; an absent one is the empty value of its type, a wrong one is undefined. */
function fill(variable: TemplateVariable, value: unknown): unknown {
  if (value === undefined || value === null || value === "") {
    return variable.type === "list" ? [] : "";
  }
  return READ[variable.type](value);
}

const READ: Record<VariableType, (value: unknown) => unknown> = {
  text: readText,
  name: (value) => withoutWebsite(readText(value)),
  number: (value) => (Number.isSafeInteger(value) ? value : undefined),
  instant: (value) => (typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : undefined),
  url: readUrl,
  list: readList,
};

/** One line: a line break in a name could start a new header or a forged paragraph. */
function readText(value: unknown): string | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  const isPlain = /^[!-~ ]*$/.test(value);
  const line = (isPlain ? value : value.replace(/[\p{Cc}\p{Co}\u2028\u2029]+/gu, " ")).trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
}

/** Strangers sign up other people under "names" like "Win at evil.example"; such a name is left out of the mail. */
function withoutWebsite(name: string | undefined): string | undefined {
  const advertises =
    /:\/\/|@|\bwww\.|[\w-]{2,}\.(com|net|org|info|biz|io|ru|cn|top|xyz|site|shop|click|link|example)\b/i;
  return name !== undefined && advertises.test(name) ? "" : name;
}

/** An address that parsing leaves as it is. Most are, and parsing them takes as long as all other checks together. */
const PARSED_URL = /^https:\/\/[a-z0-9]+(?:[-.][a-z0-9]+)*\.[a-z]{2,}(?:\/[\w~-]+)+(?:\?[\w.~=&-]*)?$/;

function readUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 2000) {
    return undefined;
  }
  // Names in punycode are checked by parsing only.
  if (PARSED_URL.test(value) && !value.includes("xn--")) {
    return value;
  }
  const url = URL.parse(value);
  return url && WEB_SCHEMES.has(url.protocol) ? url.href : undefined;
}

function readList(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length > LONGEST_LIST) {
    return undefined;
  }
  const lines = value.map(readText);
  return lines.every((line) => line !== undefined) ? (lines as string[]) : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}
