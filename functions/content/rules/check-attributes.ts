import { type ContentProblem, problem } from "./content-problem.ts";
import { WORDS_HELPER } from "./helper-signatures.ts";
import type { ProblemFact } from "./problem-details.ts";
import type { SourceTag, TagAttribute } from "./scan-tags.ts";
import { positionAt } from "./source-position.ts";
import { splitExpressions } from "./split-expressions.ts";
import type { SyntaxScope } from "./syntax-scope.ts";

/** Attributes whose value a mail client follows or loads. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set([
  "href",
  "src",
  "background-url",
  "background",
  "action",
  "srcset",
  "poster",
]);
/** Attributes that are read out or shown to a person. */
export const READABLE_ATTRIBUTES: ReadonlySet<string> = new Set(["alt", "title", "aria-label"]);

const ALLOWED_ADDRESS = /^(https?:\/\/[^\s/]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d ()-]+)$/i;

/** Checks the attributes of one tag: addresses must be safe and real, expressions only where they can be escaped. */
export function* checkAttributes(source: string, tag: SourceTag, scope: SyntaxScope): Generator<ContentProblem> {
  for (const attribute of tag.attributes) {
    const value = source.slice(attribute.valueAt, attribute.valueAt + attribute.value.length);
    const objection = objectionTo(tag, attribute, value, scope);
    if (objection) {
      yield problem(scope.place, objection, positionAt(source, attribute.valueAt));
    }
  }
}

function objectionTo(
  tag: SourceTag,
  attribute: TagAttribute,
  value: string,
  scope: SyntaxScope,
): ProblemFact | undefined {
  if (/^on/.test(attribute.name)) {
    return { code: "script-attribute", attribute: attribute.name };
  }
  const expressions = splitExpressions(value).filter(({ kind }) => kind !== "text");
  const fromWords = expressions.length > 0 && expressions.every(({ raw }) => isWords(raw));
  if (ADDRESS_ATTRIBUTES.has(attribute.name)) {
    return objectionToAddress(attribute.name, value, expressions.length > 0, scope);
  }
  if (expressions.length > 0 && !fromWords && !READABLE_ATTRIBUTES.has(attribute.name)) {
    return { code: "attribute-expression", attribute: attribute.name, tag: tag.name };
  }
  return undefined;
}

function objectionToAddress(
  name: string,
  value: string,
  hasExpression: boolean,
  scope: SyntaxScope,
): ProblemFact | undefined {
  if (!hasExpression) {
    return isSafeAddress(value) ? undefined : { code: "address", address: value };
  }
  const path = /^\{\{\s*([A-Za-z0-9.]+)\s*\}\}$/.exec(value)?.[1];
  const isUrl = path !== undefined && Object.hasOwn(scope.variables, path) && scope.variables[path]?.type === "url";
  const example = Object.keys(scope.variables).find((known) => scope.variables[known]?.type === "url");
  return isUrl ? undefined : { code: "address-variable", attribute: name, example };
}

/** Whether a written address is whole and of a kind that a mail may lead to. */
export function isSafeAddress(value: string): boolean {
  return ALLOWED_ADDRESS.test(value);
}

/** Shared words are resolved when the template is compiled; they are as safe as text typed here. */
export function isWords(raw: string): boolean {
  return new RegExp(`^\\{\\{\\s*${WORDS_HELPER}\\s`).test(raw);
}
