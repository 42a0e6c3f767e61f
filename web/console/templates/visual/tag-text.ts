import { maskedSource } from "./masked-source.ts";
import { ATTRIBUTE } from "./source-tokens.ts";

/** The attributes of an opening tag, each value as it is written between its quotes. */
export function attributesOf(open: string): Record<string, string> {
  return Object.fromEntries(placesOf(open).map(({ name, value }) => [name, value]));
}

/** An opening tag with one attribute set to another value, or without it; all else stays as it is written. */
export function withAttribute(open: string, name: string, value: string | undefined): string {
  const place = placesOf(open).find((each) => each.name === name);
  if (value === undefined) return place ? open.slice(0, place.at) + open.slice(place.end) : open;
  const written = ` ${name}="${value.replaceAll('"', "&quot;")}"`;
  if (place) return open.slice(0, place.at) + lead(open, place.at) + written.trim() + open.slice(place.end);
  const end = /\s*\/?>$/.exec(open)?.index ?? open.length;
  return open.slice(0, end) + written + open.slice(end);
}

/** An opening tag whose attributes are changed to these. */
export function withAttributes(open: string, wanted: Record<string, string>): string {
  const before = attributesOf(open);
  const names = new Set([...Object.keys(before), ...Object.keys(wanted)]);
  return [...names].reduce(
    (tag, name) => (before[name] === wanted[name] ? tag : withAttribute(tag, name, wanted[name])),
    open,
  );
}

type AttributePlace = { name: string; value: string; at: number; end: number };

function placesOf(open: string): AttributePlace[] {
  const masked = maskedSource(open);
  if ("unfinishedAt" in masked) return [];
  const places: AttributePlace[] = [];
  const pattern = new RegExp(ATTRIBUTE, "y");
  let at = /^<[A-Za-z][\w:-]*/.exec(open)?.[0].length ?? 0;
  pattern.lastIndex = at;
  for (let found = pattern.exec(masked.text); found; found = pattern.exec(masked.text)) {
    const [whole, name = "", written = ""] = found;
    const end = at + whole.length;
    const value = open.slice(end - written.length, end).replace(/^(["'])([\s\S]*)\1$/, "$2");
    places.push({ name: name.toLowerCase(), value, at, end });
    at = end;
  }
  return places;
}

function lead(open: string, at: number): string {
  return /^\s*/.exec(open.slice(at))?.[0] ?? " ";
}
