import fc from "fast-check";
import { compileProgram } from "../../../../functions/content/rules/compile-program.ts";
import type { CompiledContent } from "../../../../functions/content/rules/compiled-content.ts";
import { fillVariables } from "../../../../functions/content/rules/fill-variables.ts";
import type { TemplateVariable, VariableType } from "../../../../functions/content/rules/template-variable.ts";
import type { FilledValues } from "../../../../functions/content/rules/writer.ts";

const variable = (name: string, type: VariableType, required: boolean): TemplateVariable => ({
  name,
  type,
  required,
  sample: "",
});

/** Variables of every type, each required and optional. */
export const RANDOM_VARIABLES = [true, false].flatMap((required) => {
  const of = required ? "must" : "may";
  return (["text", "name", "number", "instant", "url", "list"] as const).map((type) =>
    variable(`${of}.${type}`, type, required),
  );
});

const CURRENCIES = ['"EUR"', '"JPY"', '"no & code"', "must.text", "may.text"];
// What templates are full of, and what could be taken for syntax or close a gap; never a brace before an expression.
const TEXTS = [
  "a",
  "Dear ",
  " you",
  "\n",
  "\n\n",
  "\n\n\n",
  "  ",
  "\t\n",
  "{ ",
  " }",
  "<b>",
  "&amp;",
  "\\n",
  "\u00A0",
  ", ",
];
const STRIPS = ["", "", "", "~"];
const either = fc.constantFrom("must", "may");
const strip = fc.constantFrom(...STRIPS);

const between = (inner: fc.Arbitrary<string>) =>
  fc.tuple(strip, inner, strip).map(([before, expression, after]) => `{{${before}${expression}${after}}}`);

/** Handlebars adds two neighbouring numbers up; so each stands behind a letter here. */
const number = (expression: string) => `·{{${expression}}}`;

const outside = fc.oneof(
  between(fc.tuple(either, fc.constantFrom("text", "name", "url")).map(([of, type]) => `${of}.${type}`)),
  either.map((of) => number(`${of}.number`)),
  between(
    fc
      .tuple(either, fc.constantFrom("", ' style="time"', ' style="short" until=true', " until=false"))
      .map(([of, options]) => `date ${of}.instant${options}`),
  ),
  between(either.map((of) => `number ${of}.number`)),
  between(fc.tuple(either, fc.constantFrom(...CURRENCIES)).map(([of, code]) => `money ${of}.number ${code}`)),
  between(
    fc
      .tuple(either, fc.constantFrom('other="# points"', 'one="O\'Neil" other=" <#> "', 'zero="\n" other="x\n\n\ny"'))
      .map(([of, forms]) => `plural ${of}.number ${forms}`),
  ),
  between(
    fc
      .tuple(either, fc.constantFrom('"friend"', '" & "', '""', '"\n"'))
      .map(([of, instead]) => `default ${of}.text ${instead}`),
  ),
  fc.constantFrom("{{! a note }}", "{{~!-- {{x}} --~}}"),
);

const inside = fc.oneof(
  between(fc.constant("this")),
  fc.constantFrom(number("@index"), number("@first"), number("@last")),
  between(fc.constant('default this "nothing"')),
);

const flags = fc
  .tuple(either, fc.constantFrom("text", "name", "number", "instant", "url", "list"))
  .map(([of, type]) => `${of}.${type}`);

/** A block of one of the names; its other part stands outside of what it repeats. */
function block(names: fc.Arbitrary<string>, on: fc.Arbitrary<string>, inner: fc.Arbitrary<string>, other: OtherPart) {
  const turn = fc.oneof(
    fc.constant(""),
    other.text.map((words) => `{{else}}${words}`),
    fc.tuple(strip, other.on, other.text).map(([mark, flag, words]) => `{{${mark}else if ${flag}}}${words}`),
  );
  return fc
    .tuple(names, on, inner, turn, strip, strip)
    .map(([name, flag, words, rest, open, close]) => `{{#${name} ${flag}${open}}}${words}${rest}{{${close}/${name}}}`);
}

interface OtherPart {
  on: fc.Arbitrary<string>;
  text: fc.Arbitrary<string>;
}

const text = fc.constantFrom(...TEXTS);
const many = (piece: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(piece, { maxLength }).map((pieces) => pieces.join(""));
const condition = fc.constantFrom("if", "unless");

const lineFlags = fc.constantFrom("@first", "@last", "this", "@index");
const lineWords = many(fc.oneof(text, inside), 3);
const lineBody = many(
  fc.oneof(text, inside, block(condition, lineFlags, lineWords, { on: lineFlags, text: lineWords })),
  4,
);

function body(depth: number): fc.Arbitrary<string> {
  const leaves = [
    { arbitrary: text, weight: 5 },
    { arbitrary: outside, weight: 4 },
  ];
  if (depth === 0) {
    return many(fc.oneof(...leaves), 5);
  }
  const inner = body(depth - 1);
  const lists = either.map((of) => `${of}.list`);
  const blocks = [
    block(condition, flags, inner, { on: flags, text: inner }),
    block(fc.constant("each"), lists, lineBody, { on: flags, text: inner }),
  ];
  return many(fc.oneof(...leaves, ...blocks.map((arbitrary) => ({ arbitrary, weight: 2 }))), depth * 4);
}

/** Template texts of the allowed syntax. */
export const randomTemplate = body(3);

const words = fc.constantFrom(
  "Ana",
  "O'Neil & Søn",
  "<b a=`1`>",
  "林晓雯",
  " a  b ",
  "{{x}}",
  "\\{{{s0}}}",
  "}",
  "x\n\ny",
);
const optional = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: "" });
const typed: Record<VariableType, fc.Arbitrary<unknown>> = {
  text: words,
  name: words,
  number: fc.constantFrom(0, 1, 2, -5, 1299, 12_345_678),
  instant: fc.constantFrom("2026-12-07T00:00:00.000Z", "2027-01-01T23:30:00.000Z"),
  url: fc.constantFrom("https://a.example/?b=1&c='2'", "mailto:a@b.example"),
  list: fc.array(fc.oneof(words, fc.constant("")), { minLength: 1, maxLength: 3 }),
};

/** Values for the variables, optional ones often absent. */
export const randomValues = fc.record(
  Object.fromEntries(
    RANDOM_VARIABLES.map(({ name, type, required }) => [name, required ? typed[type] : optional(typed[type])]),
  ),
);

/** A compiled mail of template texts that no MJML surrounds. */
export function contentOf(parts: Record<"subject" | "html" | "text", string>): CompiledContent {
  const { subject, html, text } = parts;
  const programs = {
    subject: compileProgram(subject, "plain"),
    preheader: [],
    html: compileProgram(html, "html"),
    text: compileProgram(text, "plain"),
  };
  return { locale: "en", kind: "transactional", programs, hash: "", variables: RANDOM_VARIABLES, bytes: html.length };
}

/** Random values as they are handed to a program. */
export function filledValues(values: Record<string, unknown>): FilledValues {
  const filled = fillVariables(RANDOM_VARIABLES, values);
  if (!filled.ok) throw new Error(`${filled.reason}: ${filled.names}`);
  return filled.values;
}
