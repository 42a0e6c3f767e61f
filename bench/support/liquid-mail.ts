import { Liquid } from "liquidjs";
import type { ContentLocale } from "../../functions/content/rules/content-locale.ts";
import { escapeHtml } from "../../functions/content/rules/escape-html.ts";
import { formatDate, formatMoney, formatNumber, formatPlural } from "../../functions/content/rules/format-values.ts";
import type { DateStyle } from "../../functions/content/rules/helper-signatures.ts";
import type { Instruction, Operand, Print, Program } from "../../functions/content/rules/program.ts";
import type { FilledValues } from "../../functions/content/rules/writer.ts";

/** Writes a part of a mail with Liquid: the same template, parsed once or for each mail, and the same formats as filters. */
export function liquidMail(
  program: Program,
  { locale, zone, parse }: { locale: ContentLocale; zone: string; parse: "once" | "each" },
): (values: FilledValues) => string {
  const engine = new Liquid();
  engine.registerFilter("html", (text: unknown) => escapeHtml(String(text)));
  engine.registerFilter("day", (at: string, style: DateStyle) => (at ? formatDate(at, style, locale, zone) : ""));
  engine.registerFilter("money", (minor: number, code: string) => (code ? formatMoney(minor, code, locale) : ""));
  engine.registerFilter("count", (value: number) => formatNumber(value));
  engine.registerFilter("plural", (count: number, one: string, other: string) =>
    formatPlural(count, { one, other }, locale),
  );
  const text = liquidText(program);
  if (parse === "each") {
    return (values) => engine.parseAndRenderSync(text, { v: values });
  }
  const template = engine.parse(text);
  return (values) => engine.renderSync(template, { v: values });
}

function liquidText(program: Program): string {
  return program.map((step) => (typeof step === "string" ? step : stepText(step))).join("");
}

function stepText(step: Instruction): string {
  if (step.do === "repeat") {
    return `{% for line in ${operandText(step.value)} %}${liquidText(step.body)}{% endfor %}`;
  }
  if (step.do !== "choose") {
    return `{{ ${operandText(step.value)}${filtersOf(step)}${step.escape ? " | html" : ""} }}`;
  }
  const condition = `${operandText(step.value)} != blank`;
  return `{% if ${condition} %}${liquidText(step.whenThere)}{% else %}${liquidText(step.otherwise)}{% endif %}`;
}

function filtersOf(step: Print): string {
  switch (step.do) {
    case "print":
      return "";
    case "date":
      return ` | day: "${step.style}"`;
    case "number":
      return " | count";
    case "money":
      return ` | money: ${operandText(step.currency)}`;
    case "plural":
      return ` | plural: "${step.forms.one}", "${step.forms.other}"`;
    case "default":
      return ` | default: "${step.instead}"`;
  }
}

function operandText(operand: Operand): string {
  if ("of" in operand) {
    return `v["${operand.of}"]`;
  }
  return "text" in operand ? `"${operand.text}"` : "line";
}
