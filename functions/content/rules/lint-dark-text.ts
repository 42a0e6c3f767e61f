import { advice, type ContentProblem, type ProblemPlace } from "./content-problem.ts";
import { attributeOf, type SourceElement } from "./source-elements.ts";
import { positionAt } from "./source-position.ts";

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  navy: "#000080",
  darkblue: "#00008b",
  maroon: "#800000",
};
/** Text of this luminance or less cannot be read on the near-black ground of a mail program in dark mode. */
const DARKEST_READABLE = 0.18;

/** Text that is dark by itself needs a ground of its own: in dark mode the mail program's is nearly black. */
export function* lintDarkText(
  source: string,
  elements: SourceElement[],
  place: ProblemPlace,
): Generator<ContentProblem> {
  const grounded = new Set<SourceElement>();
  for (const element of elements) {
    const look = lookOf(source, element);
    if (look.hasGround || (element.parent && grounded.has(element.parent))) {
      grounded.add(element);
    } else if (look.color && isDark(look.color)) {
      yield advice(place, { code: "dark-text", color: look.color }, positionAt(source, element.tag.at));
    }
  }
}

function lookOf(source: string, { tag }: SourceElement): { color: string | undefined; hasGround: boolean } {
  const style = attributeOf(source, tag, "style") ?? "";
  const ground = tag.attributes.some(({ name }) => /^(container-)?background-color$|^bgcolor$/.test(name));
  const color = attributeOf(source, tag, "color") ?? /(?:^|;)\s*color\s*:\s*([^;!]+)/i.exec(style)?.[1]?.trim();
  return { color, hasGround: ground || /(?:^|;)\s*background(-color)?\s*:/i.test(style) };
}

function isDark(color: string): boolean {
  const hex = NAMED[color.toLowerCase()] ?? color;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const parts = short
    ? short.slice(1).map((digit) => digit + digit)
    : (/^#(..)(..)(..)$/.exec(hex)?.slice(1) ?? rgbOf(hex));
  if (parts.length !== 3) return false;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => channel(Number.parseInt(part, 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue <= DARKEST_READABLE;
}

function rgbOf(color: string): string[] {
  const numbers = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(color)?.slice(1) ?? [];
  return numbers.map((number) => Number(number).toString(16));
}

/** WCAG's relative luminance of one channel. */
function channel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
