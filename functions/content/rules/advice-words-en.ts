import type { AdviceWords } from "./advice-details.ts";
import type { SupportFeature } from "./client-support.ts";
import type { PhraseReason } from "./spam-phrases.ts";

/** What every advice says in English. */
export const adviceWordsEn: AdviceWords = {
  "unused-variable": ({ name }) => `${name} is declared but never used. Use it or remove it.`,
  "missing-locale": () =>
    "There is no Chinese text: readers of Chinese will get the English mail. Add one if you write to any.",

  "long-subject": ({ most }) => `Phones cut this subject off after about ${most} letters. Shorten it.`,
  "misleading-subject": ({ prefix }) =>
    `"${prefix}:" pretends to be an answer; readers feel tricked, and some countries forbid it. Remove it.`,
  "shouted-subject": () => "Capitals throughout read as shouting, and filters count them. Write it as a sentence.",
  "exclamation-marks": () => "Rows of exclamation marks look like spam. Leave out all but one.",
  "no-preheader": () => "Without a preview line, inboxes show whatever comes first in the mail. Add one.",
  "long-preheader": ({ most }) => `Inboxes show at most about ${most} letters of the preview line. Shorten it.`,
  "repeated-preheader": () => "The preview line repeats the subject. Use it to say what the subject could not.",

  "spam-phrase": ({ phrase, reason }) => `"${phrase}" ${REASONS[reason]} Say it in plain words of your own.`,
  "empty-link": () =>
    "This link has no words, so nobody sees it and it is read out as an address. Write where it leads.",
  "vague-link": ({ words }) =>
    `"${words}" does not say where the link leads, to anybody who skims or listens. Write what one finds there.`,
  "bare-address": ({ address }) =>
    `The address ${address} stands in the text as it is. Put a link with words in its place.`,
  "alt-of-link": () =>
    "This picture is a link and has an empty alt: with pictures off, nobody knows where it leads. Say it in the alt.",
  "alt-file-name": ({ alt }) => `The alt "${alt}" is a file's name. Say what the picture shows.`,
  "alt-picture-of": ({ alt }) => `"${alt}" is read out after the word "image". Leave out the beginning.`,
  "alt-too-long": ({ length, most }) =>
    `This alt has ${length} letters; screen readers like up to ${most}. Put the rest into the text.`,

  "client-support": ({ feature, clients }) =>
    `${FEATURES[feature][0]}: left out by ${clients.join(", ")}. ${FEATURES[feature][1]}`,
  "near-limit": ({ kilobytes, most, styles, addresses, outlook, words, tags }) =>
    `The HTML is ${kilobytes} KB, and ${most} KB are the limit: styles ${styles}, tags ${tags}, Outlook's own ${outlook}, words ${words}, addresses ${addresses} KB. Shorten it here first.`,
  "dark-text": ({ color }) =>
    `Text in ${color} without a ground of its own cannot be read in dark mode. Give it a background colour, or leave the colour to the layout.`,
  "dark-logo": ({ name }) =>
    `If ${name} is dark on nothing, it disappears in dark mode. Use one with a light edge or ground.`,
  "color-scheme": () =>
    'The layout does not say which colours it is made for, so mail programs invert it as they like. Add <meta name="color-scheme" content="light dark"> to its <mj-raw>.',
};

const REASONS: Readonly<Record<PhraseReason, string>> = {
  pressure: "hurries people, as fraud does, and filters know it.",
  money: "promises money, which filters weigh heavily.",
  "too-good": "sounds too good to be true, to people and to filters.",
  pretence: "is what spam says of itself.",
  unasked: "orders people about, as mass mail does.",
  superlative: "is a superlative that China's Advertising Law (article 9) forbids.",
};

/** What is left out, and what to do instead. */
const FEATURES: Readonly<Record<SupportFeature, readonly [string, string]>> = {
  position: ["Placing by position", "Put it into columns of its own."],
  flex: ["Flexbox", "Use <mj-column> or <mj-group>."],
  grid: ["CSS grid", "Use <mj-section> and <mj-column>."],
  float: ["Floating", "Put both sides into columns."],
  "background-image": ["A background picture in styles", "Use background-url of <mj-section>, and a colour behind it."],
  gradient: ["A gradient", "Put a plain background colour before it."],
  "web-fonts": ["A font from the web", "Name a usual font behind it."],
  import: ["Styles by @import", "Write them into the layout's <mj-style>."],
  animation: ["Animation", "Make sure that its first state says everything, or use a GIF."],
  transform: ["Transforms", "Use a picture that is already turned or scaled."],
  filter: ["Filters", "Use a picture that is already changed."],
  "object-fit": ["Fitting by object-fit", "Use a picture cut to its size."],
  variables: ["CSS variables", "Write the value itself."],
  calc: ["Calculated sizes", "Write the size in px or %."],
  rem: ["Sizes in rem", "Write them in px."],
  nesting: ["Nested styles", "Write each rule on its own."],
  video: ["Video", "Show a picture that links to it."],
  audio: ["Sound", "Link to it."],
  svg: ["SVG in the mail", "Use a PNG by <mj-image>."],
  "svg-picture": ["An SVG picture", "Use a PNG."],
  webp: ["A WebP picture", "Use a PNG or JPEG."],
  avif: ["An AVIF picture", "Use a PNG or JPEG."],
  srcset: ["A choice of pictures", "Use one picture of twice the size."],
  controls: ["Form controls", "Link to a page with the form."],
  carousel: ["The carousel's turning", "Make sure that its first picture says everything, or show two side by side."],
  accordion: ["The accordion's folding", "Make sure that it reads well unfolded, or link to the rest."],
};
