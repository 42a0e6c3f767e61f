import { checkAttributes, isWords } from "./check-attributes.ts";
import { checkBalance } from "./check-balance.ts";
import { type ContentProblem, problem } from "./content-problem.ts";
import type { ProblemFact } from "./problem-details.ts";
import { type SourceTag, scanTags } from "./scan-tags.ts";
import { positionAt } from "./source-position.ts";
import { maskExpressions, splitExpressions } from "./split-expressions.ts";
import type { SyntaxScope } from "./syntax-scope.ts";

/** Tags that a mail client ignores at best, or that would make a mail do something. */
const REFUSED_TAGS: Readonly<Record<string, ProblemFact>> = {
  script: { code: "script", tag: "script" },
  iframe: { code: "frame", tag: "iframe" },
  object: { code: "embedded", tag: "object" },
  embed: { code: "embedded", tag: "embed" },
  form: { code: "form", tag: "form" },
  input: { code: "form", tag: "input" },
  base: { code: "base" },
  link: { code: "linked-styles", tag: "link" },
  "mj-include": { code: "include", tag: "mj-include" },
  "mj-html-attributes": { code: "no-such-component", tag: "mj-html-attributes" },
};

/** Whoever does not see a picture is read what it shows. */
const PICTURES = new Set(["img", "mj-image"]);

/** Nobody reads more; and a hostile source must not make us write thousands. */
const MOST_PROBLEMS = 50;

/** Checks where expressions stand and what the tags around them do; says the line of everything that is unsafe. */
export function checkMarkup(source: string, scope: SyntaxScope): ContentProblem[] {
  const found: ContentProblem[] = [];
  for (const each of everyProblem(source, scope)) {
    found.push(each);
    if (found.length === MOST_PROBLEMS) {
      break;
    }
  }
  return found;
}

function* everyProblem(source: string, scope: SyntaxScope): Generator<ContentProblem> {
  const tags = scanTags(maskExpressions(source));
  for (const tag of tags.filter(({ kind }) => kind === "open")) {
    yield* checkTag(source, tag, scope);
  }
  yield* checkExpressionPlaces(source, tags, scope);
  yield* checkBalance(source, tags, scope);
}

function* checkTag(source: string, tag: SourceTag, scope: SyntaxScope): Generator<ContentProblem> {
  const refused = Object.hasOwn(REFUSED_TAGS, tag.name) ? REFUSED_TAGS[tag.name] : undefined;
  if (refused) {
    yield problem(scope.place, refused, positionAt(source, tag.at));
  }
  if (tag.name === "mj-style" && tag.attributes.some((attribute) => attribute.name === "inline")) {
    yield problem(scope.place, { code: "inline-styles" }, positionAt(source, tag.at));
  }
  if (PICTURES.has(tag.name) && !tag.attributes.some((attribute) => attribute.name === "alt")) {
    yield problem(scope.place, { code: "alt", tag: tag.name }, positionAt(source, tag.at));
  }
  yield* checkAttributes(source, tag, scope);
}

/** Inside a tag an expression may only be (part of) a quoted attribute value; inside comments and styles, never. */
function* checkExpressionPlaces(source: string, tags: SourceTag[], scope: SyntaxScope): Generator<ContentProblem> {
  const forbidden = [...tags.filter((tag) => tag.kind === "comment"), ...styleRanges(tags)];
  for (const piece of splitExpressions(source)) {
    if (piece.kind !== "expression" || isWords(piece.raw)) {
      continue;
    }
    const at = () => positionAt(source, piece.at);
    if (forbidden.some((range) => piece.at > range.at && piece.at < range.end)) {
      yield problem(scope.place, { code: "expression-place" }, at());
    } else if (isLooseInTag(piece.at, tags)) {
      yield problem(scope.place, { code: "unquoted-attribute" }, at());
    }
  }
}

function styleRanges(tags: SourceTag[]): { at: number; end: number }[] {
  const isStyle = (tag: SourceTag) => tag.name === "style" || tag.name === "mj-style";
  return tags
    .filter((tag) => tag.kind === "open" && isStyle(tag))
    .map((open) => {
      const close = tags.find((tag) => tag.kind === "close" && tag.name === open.name && tag.at > open.at);
      return { at: open.at, end: close?.at ?? Number.POSITIVE_INFINITY };
    });
}

function isLooseInTag(at: number, tags: SourceTag[]): boolean {
  const tag = tags.find((candidate) => at > candidate.at && at < candidate.end);
  const inQuotes = tag?.attributes.some(
    ({ quoted, valueAt, value }) => quoted && at >= valueAt && at < valueAt + value.length,
  );
  return tag !== undefined && !inQuotes;
}
