import { commonVariables } from "./common-variables.ts";
import { importExpression } from "./import-expression.ts";
import { importMergeTag } from "./import-merge-tag.ts";
import { type ImportWork, remark } from "./import-remark.ts";
import type { ImportedName, ImportedTag } from "./import-tag.ts";
import { MOST_NESTED_BLOCKS } from "./syntax-scope.ts";
import type { TemplateVariable } from "./template-variable.ts";

const TAG = /\*\|([^|*\n]{1,200})\|\*|\{\{!--[\s\S]{0,500}?--\}\}|\{{2,3}[^{}]{1,300}\}{2,3}/g;
const MOST_VARIABLES = 60;

interface OpenBlock {
  block: string;
  /** Where its own expressions stand; none when the block was not carried. */
  written: number[];
  at: number;
  raw: string;
}

/** No mail has more; and a hostile one must not keep us busy. */
const MOST_TAGS = 2000;

/** Whether a text has more foreign tags than anybody would write. */
export function hasTooManyTags(text: string): boolean {
  return (text.match(TAG)?.length ?? 0) > MOST_TAGS;
}

/** Replaces every foreign tag of a text by a token for our own expression; what means nothing here is left out. */
export function importTags(text: string, work: ImportWork, subject = ""): string {
  const stack: OpenBlock[] = [];
  const write = (expression: string) => work.expressions.push(expression) - 1;
  const changed = text.replace(TAG, (raw: string, merge: string | undefined, at: number) => {
    const tag = merge === undefined ? importExpression(raw) : importMergeTag(merge);
    const lines = raw.replace(/[^\n]/g, "");
    if (tag.is === "subject") return subject;
    const expression = expressionFor(tag, { stack, work, raw, text, at, write });
    return (expression === undefined ? "" : `\uE000${expression}\uE001`) + lines;
  });
  for (const { written, raw, at } of stack) {
    for (const index of written) work.expressions[index] = "";
    remark(work, "unbalanced", raw, text, at);
  }
  return changed.replace(/\{(?=\{)/g, "{ ");
}

interface Step {
  stack: OpenBlock[];
  work: ImportWork;
  raw: string;
  text: string;
  at: number;
  write: (expression: string) => number;
}

/** The index of what is written for a tag, if anything is. */
function expressionFor(tag: ImportedTag, step: Step): number | undefined {
  switch (tag.is) {
    case "value":
      return writeValue(tag, step);
    case "item":
      return isInEach(step) ? step.write(tag.raw) : leaveOut(step, "list-item");
    case "open":
      return openBlock(tag, step);
    case "else":
      return turnBlock(tag, step);
    case "close":
      return closeBlock(step);
    default:
      return skip(tag, step);
  }
}

function writeValue(tag: Extract<ImportedTag, { is: "value" }>, step: Step): number | undefined {
  if (isInEach(step)) {
    return leaveOut(step, "list-item");
  }
  const name = declare(step, tag.of);
  if (!name) {
    return leaveOut(step, "merge-tag");
  }
  if (tag.remark) {
    remark(step.work, tag.remark, step.raw, step.text, step.at);
  }
  return step.write(`{{${name}}}`);
}

function openBlock({ block, of }: Extract<ImportedTag, { is: "open" }>, step: Step): number | undefined {
  const { stack, raw, at } = step;
  const fits = !isInEach(step) && stack.length < MOST_NESTED_BLOCKS;
  const name = fits ? declare(step, of) : undefined;
  const isList = name !== undefined && step.work.variables.get(name)?.type === "list";
  if (!name || (block === "each" && !isList)) {
    stack.push({ block: "none", written: [], at, raw });
    return leaveOut(step, "block");
  }
  const index = step.write(`{{#${block} ${name}}}`);
  stack.push({ block, written: [index], at, raw });
  return index;
}

function turnBlock({ of }: Extract<ImportedTag, { is: "else" }>, step: Step): number | undefined {
  const open = step.stack.at(-1);
  if (!open || open.written.length === 0) {
    return leaveOut(step, open ? "block" : "unbalanced");
  }
  const name = of && open.block === "if" ? declare(step, of) : undefined;
  if (of && !name) {
    return leaveOut(step, "comparison");
  }
  const index = step.write(name ? `{{else if ${name}}}` : "{{else}}");
  open.written.push(index);
  return index;
}

function closeBlock(step: Step): number | undefined {
  const open = step.stack.pop();
  if (!open) {
    return leaveOut(step, "unbalanced");
  }
  return open.written.length > 0 ? step.write(`{{/${open.block}}}`) : undefined;
}

function skip(tag: ImportedTag, step: Step): undefined {
  if (tag.is !== "nothing") {
    return;
  }
  if (tag.opens) {
    step.stack.push({ block: "none", written: [], at: step.at, raw: step.raw });
  }
  if (tag.remark) {
    leaveOut(step, tag.remark);
  }
}

function leaveOut({ work, raw, text, at }: Step, code: Parameters<typeof remark>[1]): undefined {
  remark(work, code, raw, text, at);
}

function isInEach({ stack }: Step): boolean {
  return stack.some(({ block }) => block === "each");
}

/** Declares what a foreign template names; undefined when mail of this kind cannot have it. */
function declare({ work }: Step, { name, type }: ImportedName): string | undefined {
  const known = commonVariables(work.kind).some((variable) => variable.name === name);
  if (known || work.variables.has(name)) {
    return name;
  }
  const isCommonElsewhere = commonVariables("marketing").some((variable) => variable.name === name);
  if (isCommonElsewhere || work.variables.size >= MOST_VARIABLES) {
    return undefined;
  }
  work.variables.set(name, variableOf(name, type, Object.hasOwn(work.samples, name) ? work.samples[name] : undefined));
  return name;
}

function variableOf(name: string, type: ImportedName["type"], given: string | undefined): TemplateVariable {
  const sample = given || (name.split(".").at(-1) ?? name);
  return { name, type, required: false, sample: type === "list" ? [sample] : sample.slice(0, 1000) };
}
