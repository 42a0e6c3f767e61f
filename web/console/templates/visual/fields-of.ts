export type FieldKind = "color" | "length" | "align" | "address" | "picture" | "line";

const PADDING = { padding: "length" } as const;

const FIELDS: Record<string, Record<string, FieldKind>> = {
  "mj-text": {
    align: "align",
    color: "color",
    "font-size": "length",
    "container-background-color": "color",
    ...PADDING,
  },
  "mj-button": {
    href: "address",
    "background-color": "color",
    color: "color",
    align: "align",
    "font-size": "length",
    "border-radius": "length",
    ...PADDING,
  },
  "mj-image": { src: "picture", alt: "line", href: "address", width: "length", align: "align", ...PADDING },
  "mj-divider": { "border-color": "color", "border-width": "length", ...PADDING },
  "mj-spacer": { height: "length" },
  "mj-section": { "background-color": "color", ...PADDING },
  "mj-wrapper": { "background-color": "color", ...PADDING },
  "mj-column": { "background-color": "color", width: "length", ...PADDING },
};

/** What can be changed about an element by hand; all else is changed as code. */
export function fieldsOf(type: string): Record<string, FieldKind> {
  return FIELDS[type] ?? {};
}
