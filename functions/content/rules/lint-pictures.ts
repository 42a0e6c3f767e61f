import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import type { ProblemFact } from "./problem-details.ts";
import { attributeOf, type SourceElement } from "./source-elements.ts";
import { positionAt } from "./source-position.ts";

/** Screen readers pause after about this many letters. */
const LONGEST_ALT = 125;
const FILE_NAME = /\.(png|jpe?g|gif|webp|svg|avif)$|^(img|dsc|image|photo|pic)?[_-]?\d{2,}$/i;
const PICTURE_OF = /^(an? )?(image|picture|photo|photograph|graphic) of\b|^(图片|照片|图像|图)[:：]/i;
/** What is drawn in black on nothing disappears when the mail turns dark. */
const DARK_LOGO = /(logo|wordmark|signature|black|dark)[^/]*\.(png|svg|webp|gif)(\?|$)/i;
const LIGHT = /(white|light|invert|negative)/i;

/** Alternative texts say what a picture shows, and pictures stay visible on dark ground. */
export function* lintPictures(
  source: string,
  elements: SourceElement[],
  place: ProblemPlace,
): Generator<ContentProblem> {
  for (const { tag, parent } of elements.filter(({ tag: { name } }) => name === "img" || name === "mj-image")) {
    const read = (name: string) => attributeOf(source, tag, name);
    const isLink = read("href") !== undefined || parent?.tag.name === "a";
    const facts = [altFact(read("alt")?.trim(), isLink), darkFact(read("src") ?? "", source, tag.at)];
    for (const fact of facts.filter((each) => each !== undefined)) {
      yield advice(place, fact, positionAt(source, tag.at));
    }
  }
}

function altFact(alt: string | undefined, isLink: boolean): ProblemFact | undefined {
  if (alt === undefined) return undefined;
  if (alt === "") return isLink ? { code: "alt-of-link" } : undefined;
  if (FILE_NAME.test(alt)) return { code: "alt-file-name", alt };
  if (PICTURE_OF.test(alt)) return { code: "alt-picture-of", alt };
  return alt.length > LONGEST_ALT ? { code: "alt-too-long", length: alt.length, most: LONGEST_ALT } : undefined;
}

function darkFact(src: string, source: string, at: number): ProblemFact | undefined {
  const name = src.split("/").at(-1) ?? "";
  const hasGround = /background(-color)?\s*[=:]/.test(source.slice(at, source.indexOf(">", at)));
  return DARK_LOGO.test(name) && !LIGHT.test(name) && !hasGround ? { code: "dark-logo", name } : undefined;
}
