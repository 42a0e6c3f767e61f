import { compile, type TextFormatter } from "html-to-text";
import type { ContentLocale } from "./content-locale.ts";
import { restore, tokenize } from "./expression-tokens.ts";

/** Writes the text part of a mail from its HTML; the expressions in it stay, so both parts say the same. */
export function compileText(html: string, locale: ContentLocale): string {
  const { text: tokenized, expressions } = tokenize(html);
  return restore(tidy(converterFor(locale)(tokenized)), expressions);
}

const converters: Partial<Record<ContentLocale, (html: string) => string>> = {};

function converterFor(locale: ContentLocale): (html: string) => string {
  const block = { leadingLineBreaks: 2, trailingLineBreaks: 2 };
  converters[locale] ??= compile({
    wordwrap: false,
    formatters: { address: addressFormatter(locale), bullet: formatBullet },
    selectors: [
      { selector: ".preheader", format: "skip" },
      { selector: ".no-text", format: "skip" },
      { selector: "img", format: "skip" },
      { selector: "a", format: "address" },
      { selector: "div", options: block },
      { selector: "ul", format: "block", options: block },
      { selector: "li", format: "bullet" },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { ...block, uppercase: false } })),
    ],
  });
  return converters[locale];
}

/** A button stands on its own, with its address on the next line; a link in a sentence has its address behind it. */
function addressFormatter(locale: ContentLocale): TextFormatter {
  const [open, close, colon] = locale === "zh-CN" ? ["（", "）", "："] : [" (", ")", ":"];
  return (node, walk, builder) => {
    const href = node.attribs?.href ?? "";
    let words = "";
    builder.pushWordTransform((word) => {
      words += word;
      return word;
    });
    walk(node.children, builder);
    builder.popWordTransform();
    const isButton = node.attribs?.style?.includes("inline-block");
    if (!href || href === words || /^tel:/.test(href)) {
      return;
    }
    builder.addInline(isButton ? colon : `${open}${href}${close}`, { noWordTransform: true });
    if (isButton) {
      builder.addLineBreak();
      builder.addInline(href, { noWordTransform: true });
    }
  };
}

const formatBullet: TextFormatter = (node, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline("• ");
  walk(node.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

function tidy(text: string): string {
  return text
    .replace(/[ \t\u00A0\u2000-\u200A]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
