import { CLIENT_GAPS, type ClientGap } from "./client-support.ts";
import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import { attributeOf, type SourceElement, styleSheets } from "./source-elements.ts";
import { positionAt } from "./source-position.ts";

/** Names what well-known mail programs would leave out, each once, where it stands first. */
export function* lintSupport(
  source: string,
  elements: SourceElement[],
  place: ProblemPlace,
): Generator<ContentProblem> {
  const styles = stylesOf(source, elements);
  for (const gap of CLIENT_GAPS) {
    const at = gap.in === "styles" ? firstMatch(styles, gap.pattern) : firstElement(source, elements, gap)?.tag.at;
    if (at !== undefined) {
      const { feature, clients } = gap;
      yield advice(place, { code: "client-support", feature, clients }, positionAt(source, at));
    }
  }
}

function firstMatch(text: string, pattern: RegExp): number | undefined {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.index;
}

function firstElement(source: string, elements: SourceElement[], gap: ClientGap): SourceElement | undefined {
  if (gap.in === "tag") return elements.find(({ tag }) => gap.pattern.test(tag.name));
  const isPicture = (name: string) => name === "img" || name === "mj-image";
  return elements.find(({ tag }) => isPicture(tag.name) && gap.pattern.test(attributeOf(source, tag, "src") ?? ""));
}

/** Only what is styles, at its own offsets; everything else is blank. */
function stylesOf(source: string, elements: SourceElement[]): string {
  const attributes = elements.flatMap(({ tag }) => tag.attributes.filter(({ name }) => name === "style"));
  const written = attributes.map(({ valueAt, value }) => ({ from: valueAt, to: valueAt + value.length }));
  const ranges = [...written, ...styleSheets(elements)].sort((a, b) => a.from - b.from);
  let at = 0;
  let view = "";
  for (const { from, to } of ranges.filter((range) => range.to > range.from)) {
    if (from < at) continue;
    view += " ".repeat(from - at) + source.slice(from, to);
    at = to;
  }
  return view.toLowerCase();
}
