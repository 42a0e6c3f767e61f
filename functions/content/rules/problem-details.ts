import type { AdviceDetails } from "./advice-details.ts";
import type { FieldDetails } from "./field-details.ts";
import type { HtmlWeight } from "./weigh-html.ts";

type None = object;

/** What each reason not to publish a template knows about itself, by its code. */
interface GateDetails {
  // The files of a template and what they call.
  layout: { layout: string };
  "missing-body": None;
  yaml: { what: string };
  "yaml-alias": None;
  "unknown-key": { keys: string; where: string };
  manifest: { where: string; what: string };
  topic: { topic: string; topics: string };
  "partial-line": None;
  "partial-name": None;
  "unknown-partial": { name: string; known: string };
  // Expressions.
  "escaped-braces": None;
  unescaped: None;
  inverse: None;
  control: None;
  "too-many-expressions": { most: number };
  syntax: { near: string };
  unfinished: { beginning: string };
  "crossed-blocks": { opened: string; closed: string };
  statement: None;
  "unknown-helper": { name: string; near: string | undefined; known: string };
  "helper-arguments": { name: string; example: string };
  "helper-type": { wanted: string; example: string };
  "helper-option": { option: string; name: string; known: string; example: string };
  "helper-needs": { name: string; needs: string; example: string };
  "format-instant": { name: string };
  "format-list": { name: string };
  "words-call": None;
  "unknown-words": { name: string; near: string | undefined };
  path: None;
  "path-data": { name: string };
  "unknown-variable": { name: string; near: string | undefined };
  "inside-each": { name: string };
  // Blocks.
  "unknown-block": { name: string };
  "block-argument": { name: string };
  nesting: { most: number };
  "nested-each": None;
  "each-list": None;
  "unclosed-block": { block: string; name: string };
  "unopened-block": { block: string };
  "crossed-block": { block: string; began: string | undefined };
  // Tags and attributes.
  script: { tag: string };
  frame: { tag: string };
  embedded: { tag: string };
  form: { tag: string };
  base: None;
  "linked-styles": { tag: string };
  include: { tag: string };
  "no-such-component": { tag: string };
  "inline-styles": None;
  alt: { tag: string };
  "expression-place": None;
  "unquoted-attribute": None;
  "script-attribute": { attribute: string };
  "attribute-expression": { attribute: string; tag: string };
  address: { address: string };
  "address-variable": { attribute: string; example: string | undefined };
  "unclosed-tag": { tag: string };
  "unclosed-before": { tag: string; before: string };
  "unopened-tag": { tag: string };
  // What the MJML compiler says.
  "lost-text": { words: string };
  "lost-expression": { expression: string };
  "unknown-component": { tag: string; near: string | undefined };
  "misplaced-component": { tag: string; parent: string; allowed: readonly string[] };
  "unknown-attribute": { tag: string; attribute: string };
  mjml: { tag: string; what: string };
  // What a trial mail shows.
  "grows-too-large": { kilobytes: number };
  "too-large": HtmlWeight & { most: number };
  sample: { names: string };
  "empty-subject": None;
  leftover: { leftover: string };
  "no-text": None;
  "link-not-in-text": { address: string };
  "postal-address": { footer: string };
  unsubscribe: { footer: string };
}

/** What is known of each problem and each advice; its sentences are made of this and of nothing else. */
type ProblemDetails = GateDetails & FieldDetails & AdviceDetails;

/** Stable name of the rule that a template breaks. */
export type ProblemCode = keyof ProblemDetails;

/** One problem without its place: its code and what it knows. */
export type ProblemFact = { [Code in ProblemCode]: { code: Code } & ProblemDetails[Code] }[ProblemCode];

/** The sentences of one language; each says what to do next. */
export type ProblemWords = { readonly [Code in ProblemCode]: (details: ProblemDetails[Code]) => string };

/** Those of what keeps a template from being published. */
export type GateWords = Pick<ProblemWords, keyof GateDetails>;
