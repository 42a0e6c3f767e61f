import { fitsKind } from "./compose-fields.ts";
import { type ContentFilling, isEmptyFilling } from "./content-filling.ts";
import type { ContentLocale } from "./content-locale.ts";
import { type ContentProblem, problem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { defaultFilling } from "./default-filling.ts";
import type { FieldRegion } from "./field-region.ts";
import { strayBraces } from "./filled-text.ts";
import { type PlacedRegion, placedRegions } from "./placed-regions.ts";
import type { ProblemFact } from "./problem-details.ts";
import { richText } from "./rich-text.ts";
import { type SharedFiles, sharedWords } from "./shared-content.ts";
import { insideOf, wordsIn } from "./source-elements.ts";
import { positionAt } from "./source-position.ts";
import { withWords } from "./with-words.ts";

const NAME = /^[a-z][a-z0-9-]{0,40}$/;
const BLOCK = /\{\{~?\s*[#/^]|\{\{~?\s*else\b/;

/** Checks the fields that a design declares and what fills them, each problem with the field it is about. */
export function checkFields(source: ContentSource, shared: SharedFiles, locale: ContentLocale): ContentProblem[] {
  const fillings = source.locales[locale]?.fields ?? {};
  const placed = placedRegions(source, shared, locale);
  const words = sharedWords(shared, locale);
  const names = new Set<string>();
  return placed.flatMap((each) => {
    const { name, label } = each.region;
    const twice = names.has(name);
    names.add(name);
    const given = Object.hasOwn(fillings, name) ? fillings[name] : undefined;
    return [
      ...(twice ? [pointed(each, each.region, { code: "field-twice", name }, null)] : []),
      ...checkDeclared(each, each.region, 0),
      ...checkFilled(each, each.region, given, { path: name, label: withWords(label, words) }),
    ];
  });
}

function pointed(
  placed: PlacedRegion,
  { element }: FieldRegion,
  fact: ProblemFact,
  field: string | null,
): ContentProblem {
  return { ...problem(placed.place, fact, positionAt(placed.text, element.tag.at)), field };
}

function* checkDeclared(placed: PlacedRegion, region: FieldRegion, depth: number): Generator<ContentProblem> {
  const { name, kind, element, fields } = region;
  const holdsBlock = kind !== "list" && BLOCK.test(insideOf(placed.text, element));
  const names = fields.map((field) => field.name);
  const twice = names.filter((each, index) => names.indexOf(each) < index);
  const facts: (ProblemFact | false)[] = [
    !NAME.test(name) && { code: "field-name", name },
    kind === undefined && { code: "field-element", name, tag: element.tag.name },
    (depth > 1 || (depth === 1 && kind === "list")) && { code: "field-nesting", name },
    holdsBlock && { code: "field-block", name },
    ...twice.map((each): ProblemFact => ({ code: "field-twice", name: each })),
  ];
  yield* facts.filter((fact) => fact !== false).map((fact) => pointed(placed, region, fact, null));
  for (const field of fields) yield* checkDeclared(placed, field, depth + 1);
}

interface Filled {
  /** The field, and within a list the item and its field, as in "stories/1/title". */
  path: string;
  label: string;
}

function* checkFilled(
  placed: PlacedRegion,
  region: FieldRegion,
  given: ContentFilling | undefined,
  filled: Filled,
): Generator<ContentProblem> {
  const say = (fact: ProblemFact) => pointed(placed, region, fact, filled.path);
  const misfit = misfitOf(placed, region, given, filled.label);
  if (misfit) {
    yield say(misfit);
  } else if (typeof given === "object" && "items" in given) {
    yield* checkItems(placed, region, given.items, filled);
  } else if (given !== undefined) {
    for (const fact of wordFacts(region, given, filled.label)) yield say(fact);
  }
}

function misfitOf(
  { text }: PlacedRegion,
  region: FieldRegion,
  given: ContentFilling | undefined,
  label: string,
): ProblemFact | undefined {
  if (region.kind === undefined) return undefined;
  if (given !== undefined && !fitsKind(region.kind, given)) return { code: "field-kind", label };
  const isMissing = !region.optional && isEmptyFilling(given ?? defaultFilling(text, region));
  return isMissing ? { code: "field-empty", label } : undefined;
}

function* checkItems(
  placed: PlacedRegion,
  region: FieldRegion,
  items: Readonly<Record<string, ContentFilling>>[],
  { path, label }: Filled,
): Generator<ContentProblem> {
  const { most = 50 } = region;
  if (items.length > most) yield pointed(placed, region, { code: "field-items", label, most }, path);
  for (const [index, item] of items.entries()) {
    for (const field of region.fields) {
      yield* checkFilled(placed, field, item[field.name], {
        path: `${path}/${index}/${field.name}`,
        label: field.label,
      });
    }
  }
}

function* wordFacts({ kind, most }: FieldRegion, filling: ContentFilling, label: string): Generator<ProblemFact> {
  const words = wordsOf(filling);
  const read = kind === "paragraphs" ? richText(words) : { refused: [], stray: strayBraces(words) };
  if (read.stray) yield { code: "field-braces", label, braces: read.stray };
  if (read.refused.length > 0) yield { code: "field-tag", label, tags: read.refused };
  const shown = kind === "paragraphs" ? wordsIn(words) : words;
  const length = [...shown.replace(/\{\{[^{}]*\}\}/g, "")].length;
  if (most !== undefined && length > most) yield { code: "field-too-long", label, length, most };
}

function wordsOf(filling: ContentFilling): string {
  if (typeof filling === "string") return filling;
  if ("items" in filling) return "";
  return "src" in filling ? filling.alt : filling.words;
}
