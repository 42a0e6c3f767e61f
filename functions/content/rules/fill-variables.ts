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
export function fillVariables(declared: readonly TemplateVariable[], values: VariableValues): FilledVariables {
  const filled = declared.map((variable) => ({
    ...variable,
    value: fill(variable, givenValue(values, variable.name)),
  }));
  const invalid = filled.filter(({ value }) => value === undefined).map(({ name }) => name);
  if (invalid.length > 0) {
    return { ok: false, reason: "invalid-variable", names: invalid };
  }
  const missing = filled.filter(({ required, value }) => required && isEmpty(value)).map(({ name }) => name);
  if (missing.length > 0) {
    return { ok: false, reason: "missing-variable", names: missing };
  }
  const checked: Record<string, unknown> = Object.create(null);
  for (const { name, value } of filled) {
    checked[name] = value;
  }
  return { ok: true, values: checked };
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
  const line = value.replace(/[\p{Cc}\p{Co}\u2028\u2029]+/gu, " ").trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
}

/** Strangers sign up other people under "names" like "Win at evil.example"; such a name is left out of the mail. */
function withoutWebsite(name: string | undefined): string | undefined {
  const advertises =
    /:\/\/|@|\bwww\.|[\w-]{2,}\.(com|net|org|info|biz|io|ru|cn|top|xyz|site|shop|click|link|example)\b/i;
  return name !== undefined && advertises.test(name) ? "" : name;
}

function readUrl(value: unknown): string | undefined {
  const url = typeof value === "string" && value.length <= 2000 ? URL.parse(value) : null;
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
