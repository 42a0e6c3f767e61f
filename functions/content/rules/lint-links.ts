import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import { insideOf, readableText, type SourceElement, wordsIn } from "./source-elements.ts";
import { positionAt } from "./source-position.ts";

/** Words that say nothing to whoever has the links read out as a list, or only looks at the buttons. */
const VAGUE = new Set(
  [
    ...["click here", "click", "here", "this", "this link", "link", "more", "read more", "learn more", "go"],
    ...["点击这里", "点这里", "点击此处", "点击", "这里", "此处", "链接", "更多", "查看更多", "了解更多", "点我"],
  ].map((words) => words.toLowerCase()),
);
const ADDRESS = /\bhttps?:\/\/[^\s<>"'{}]+|\bwww\.[^\s<>"'{}]+\.[^\s<>"'{}]+/g;
/** Nobody writes more; and links within links must not be read over and over. */
const MOST_LINKS = 500;
const LINKS = new Set(["a", "mj-button"]);

/** Links say where they lead, in words. */
export function* lintLinks(source: string, elements: SourceElement[], place: ProblemPlace): Generator<ContentProblem> {
  for (const element of elements.filter(({ tag }) => LINKS.has(tag.name)).slice(0, MOST_LINKS)) {
    const inside = insideOf(source, element);
    const words = wordsIn(inside);
    const at = positionAt(source, element.tag.at);
    if (words === "" && !/<img\b/i.test(inside)) {
      yield advice(place, { code: "empty-link" }, at);
    } else if (VAGUE.has(words.toLowerCase().replace(/[\s.!…。！>»→]+$/u, ""))) {
      yield advice(place, { code: "vague-link", words }, at);
    }
  }
  yield* bareAddresses(source, elements, place);
}

/** An address between tags, linked or not, is long, ugly and read out letter by letter. */
function* bareAddresses(source: string, elements: SourceElement[], place: ProblemPlace): Generator<ContentProblem> {
  for (const match of readableText(source, elements).matchAll(ADDRESS)) {
    yield advice(place, { code: "bare-address", address: match[0] }, positionAt(source, match.index));
  }
}
