/** What well-known mail programs do not show; the words for what to do instead have one line for each. */
export const SUPPORT_FEATURES = [
  "position",
  "flex",
  "grid",
  "float",
  "background-image",
  "gradient",
  "web-fonts",
  "import",
  "animation",
  "transform",
  "filter",
  "object-fit",
  "variables",
  "calc",
  "rem",
  "nesting",
  "video",
  "audio",
  "svg",
  "svg-picture",
  "webp",
  "avif",
  "srcset",
  "controls",
  "carousel",
  "accordion",
] as const;
export type SupportFeature = (typeof SUPPORT_FEATURES)[number];

/** How a feature is recognised, and which mail programs leave it out. */
export interface ClientGap {
  feature: SupportFeature;
  in: "styles" | "tag" | "picture";
  pattern: RegExp;
  clients: readonly string[];
}

const GMAIL = "Gmail";
const WORD = "Outlook (Windows)";
const WEB = "Outlook.com";
const YAHOO = "Yahoo Mail";
const SAMSUNG = "Samsung Email";

/**
 * From the tests of caniemail.com (MIT) as of 2026-05-13, its features css-position, css-display-flex, css-grid-template,
 * html-video and so on; carousel and accordion by css-pseudo-class-checked, which they are made of. QQ Mail and NetEase are
 * not tested there. Whatever only loses an ornament, such as a shadow, is left out on purpose.
 */
export const CLIENT_GAPS: readonly ClientGap[] = [
  styles("position", /(?:^|[;{\s])position\s*:\s*(absolute|fixed|sticky|relative)/g, GMAIL, WORD),
  styles("flex", /(?:^|[;{\s])(display\s*:\s*(inline-)?flex|justify-content\s*:|flex-direction\s*:)/g, GMAIL, WORD),
  styles("grid", /(?:^|[;{\s])(display\s*:\s*(inline-)?grid|grid-template[\w-]*\s*:)/g, GMAIL, WORD, WEB, YAHOO),
  styles("float", /(?:^|[;{\s])float\s*:\s*(left|right)/g, WORD),
  styles("gradient", /(linear|radial|conic)-gradient\(/g, WORD, WEB, YAHOO),
  styles("background-image", /(?:^|[;{\s])background(-image)?\s*:[^;}]*url\(/g, WORD),
  styles("web-fonts", /@font-face/g, GMAIL, WEB, YAHOO),
  styles("import", /@import/g, GMAIL, WEB, YAHOO, SAMSUNG),
  styles("animation", /@keyframes|(?:^|[;{\s])(animation|transition)[\w-]*\s*:/g, GMAIL, WORD, WEB),
  styles("transform", /(?:^|[;{\s])transform\s*:/g, GMAIL, WORD, WEB, YAHOO),
  styles("filter", /(?:^|[;{\s])(backdrop-)?filter\s*:/g, GMAIL, WORD, WEB, YAHOO),
  styles("object-fit", /(?:^|[;{\s])object-fit\s*:/g, WORD, YAHOO),
  styles("variables", /var\(\s*--/g, GMAIL, WORD, WEB, YAHOO),
  styles("calc", /calc\(|clamp\(/g, WORD, WEB, YAHOO),
  styles("rem", /:\s*[\d.]+rem\b/g, WORD, YAHOO),
  styles("nesting", /\{[^{}]*&[^{}]*\{/g, GMAIL, WORD, WEB, YAHOO),
  tag("video", /^video$/, GMAIL, WORD, WEB, YAHOO),
  tag("audio", /^audio$/, GMAIL, WORD, WEB, YAHOO),
  tag("svg", /^svg$/, GMAIL, WORD, WEB, YAHOO),
  tag("srcset", /^(picture|source)$/, GMAIL, WORD, WEB, YAHOO),
  tag("controls", /^(select|textarea|button)$/, WORD),
  tag("carousel", /^mj-carousel$/, GMAIL, WORD),
  tag("accordion", /^mj-accordion$/, GMAIL, WORD),
  picture("svg-picture", /\.svg(\?|$)/i, GMAIL),
  picture("webp", /\.webp(\?|$)/i, WORD),
  picture("avif", /\.avif(\?|$)/i, WORD),
];

function styles(feature: SupportFeature, pattern: RegExp, ...clients: string[]): ClientGap {
  return { feature, in: "styles", pattern, clients };
}

function tag(feature: SupportFeature, pattern: RegExp, ...clients: string[]): ClientGap {
  return { feature, in: "tag", pattern, clients };
}

function picture(feature: SupportFeature, pattern: RegExp, ...clients: string[]): ClientGap {
  return { feature, in: "picture", pattern, clients };
}
