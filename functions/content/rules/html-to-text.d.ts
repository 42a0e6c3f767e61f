declare module "html-to-text" {
  interface HtmlNode {
    name?: string;
    attribs?: Record<string, string>;
    children: HtmlNode[];
  }
  interface TextBuilder {
    addInline(text: string, options?: { noWordTransform?: boolean }): void;
    addLineBreak(): void;
    openBlock(options?: { leadingLineBreaks?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number }): void;
    pushWordTransform(transform: (word: string) => string): void;
    popWordTransform(): void;
  }
  type Walk = (children: HtmlNode[], builder: TextBuilder) => void;
  export type TextFormatter = (node: HtmlNode, walk: Walk, builder: TextBuilder) => void;
  interface TextOptions {
    wordwrap?: number | false;
    formatters?: Record<string, TextFormatter>;
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
  }
  export function compile(options?: TextOptions): (html: string) => string;
}
