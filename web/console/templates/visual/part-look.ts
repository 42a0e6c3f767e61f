import type { TemplateLook } from "../../../api/schema.d.ts";
import { escaped } from "./text-pieces.ts";

const SHOWN =
  /^(align|text-align|vertical-align|direction|(container-)?background-color|color|font-(family|size|style|weight)|line-height|letter-spacing|text-(decoration|transform)|(inner-)?padding(-(top|right|bottom|left))?|border(-(top|right|bottom|left|radius|width|style|color))?|width|height)$/;

// Letters, numbers and what lengths, colours and names of fonts are made of: nothing that could end a quoted value.
const PLAIN = /^[\w\s#%.,()'!-]*$/;

/** A grey field in the place of a picture: nothing is loaded from elsewhere while a mail is edited. */
const PICTURE = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><path fill="#e6e8ea" d="M0 0h600v200H0z"/><path fill="#b6bcc2" d="m220 150 55-70 35 42 25-24 45 52z"/><circle cx="345" cy="75" r="14" fill="#b6bcc2"/></svg>',
)}`;

/** The attributes by which the canvas shows an element: only looks, and of those only what is certainly harmless. */
export function shownAttributes(tag: string, own: Record<string, string>, look: TemplateLook): Record<string, string> {
  const names = (own["mj-class"] ?? "").split(/\s+/);
  const classes = names.map((name) => (Object.hasOwn(look.classes, name) ? look.classes[name] : {}));
  const all = Object.assign({}, look.elements["mj-all"], look.elements[tag], ...classes, own) as Record<string, string>;
  const shown = Object.entries(all).filter(([name, value]) => SHOWN.test(name) && isHarmless(value));
  return { ...Object.fromEntries(shown), ...(tag === "mj-image" && { src: PICTURE, alt: altOf(own) }) };
}

function isHarmless(value: string): boolean {
  return PLAIN.test(value) && !/url|expression/i.test(value);
}

function altOf({ alt = "" }: Record<string, string>): string {
  return escaped(decodedValue(alt));
}

/** An attribute's value as a person reads it. */
export function decodedValue(value: string): string {
  return value
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

/** A value that a person wrote, as it stands between quotes. Braces stay: a variable may be written by hand. */
export function encodedValue(text: string): string {
  return /\{\{/.test(text)
    ? text
    : text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The words of a text without its tags, for lists and for what can only be changed as code. */
export function plainWords(text: string): string {
  const words = text.replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ").replace(/&nbsp;/g, " ");
  return decodedValue(words.replace(/\s+/g, " ").trim());
}
