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

function placesOf(open: string) {
  const places: { name: string; value: string; at: number; end: number }[] = [];
  const pattern = new RegExp(ATTRIBUTE, "y");
  pattern.lastIndex = /^<[A-Za-z][\w:-]*/.exec(open)?.[0].length ?? 0;
  for (
    let at = pattern.lastIndex, found = pattern.exec(open);
    found;
    at = pattern.lastIndex, found = pattern.exec(open)
  ) {
    const [whole, name = "", quoted = ""] = found;
    places.push({
      name: name.toLowerCase(),
      value: quoted.replace(/^(["'])([\s\S]*)\1$/, "$2"),
      at,
      end: at + whole.length,
    });
  }
  return places;
}

function lead(open: string, at: number): string {
  return /^\s*/.exec(open.slice(at))?.[0] ?? " ";
}
