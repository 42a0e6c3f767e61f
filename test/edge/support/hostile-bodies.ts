import { hostileText, hostileValue } from "./hostile-values.ts";
import type { Random } from "./random.ts";

type Json = Record<string, unknown>;

/** JSON made from a good body by spoiling it somewhere; now and then it stays good. */
export function hostileJson(random: Random, good: Json): string {
  const spoiled = structuredClone(good);
  for (let times = random.below(3); times >= 0; times--) spoil(random, spoiled);
  const text = JSON.stringify(spoiled);
  return random.chance(0.25) ? random.pick(TEXT_SPOILERS)(text, random) : text;
}

function spoil(random: Random, body: Json): void {
  const at = somewhere(random, body);
  const names = Object.keys(at);
  const name = random.chance(0.75) && names.length > 0 ? random.pick(names) : hostileText(random);
  const kind = random.below(8);
  if (kind === 0) delete at[name];
  // Defined, not assigned, and own fields only: the name __proto__ shall travel as a name and stay harmless here.
  else if (kind === 1 && Object.hasOwn(at, name)) define(at, `${name} `, at[name]);
  else define(at, name, hostileValue(random));
}

function define(at: Json, name: string, value: unknown): void {
  Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true });
}

function somewhere(random: Random, body: Json): Json {
  const below = Object.values(body).filter((value): value is Json => typeof value === "object" && value !== null);
  return below.length > 0 && random.chance(0.5) ? somewhere(random, random.pick(below)) : body;
}

const TEXT_SPOILERS: ((text: string, random: Random) => string)[] = [
  () => "",
  () => "null",
  () => "[]",
  () => '"text"',
  () => `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  () => `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  () => '{"a":1e999,"b":-1e999}',
  (text, random) => text.slice(0, random.below(text.length)),
  (text) => `${text}${text}`,
  (text) => `\ufeff${text}`,
  (text) => text.replace("{", '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},'),
  (text) => text.replace("{", '{"\\u005f_proto__":{"admin":true},"email":"first@example.com",'),
  (text) => text.replace(/"[^"]*"/, '"\\ud83d"'),
  (text) => text.replace(/:\s*"[^"]*"/, ":01"),
  (text) => text.replace("}", `,"x":"${"y".repeat(600_000)}"}`),
  (text) => `${" ".repeat(40_000)}${text}`,
  (text) => text.replaceAll('"', "'"),
  () => "\u0000\u0001\u0002",
];

/** A form's body made from good fields by spoiling them. */
export function hostileForm(random: Random, good: Record<string, string>): string {
  const pairs = Object.entries(good);
  const spoiled = pairs.map(([name, value]): [string, string] =>
    random.chance(0.4) ? [name, hostileText(random)] : [name, value],
  );
  if (random.chance(0.2)) spoiled.push(random.pick(pairs));
  if (random.chance(0.3)) spoiled.push([hostileText(random), hostileText(random)]);
  if (random.chance(0.05)) spoiled.push(...Array.from({ length: 60 }, (_, at): [string, string] => [`f${at}`, "x"]));
  const text = spoiled.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
  return random.chance(0.15) ? random.pick(FORM_SPOILERS)(text) : text;
}

/** The same fields as multipart, more or less well made. */
export function hostileMultipart(random: Random, good: Record<string, string>): string {
  const parts = Object.entries(good).map(([name, value]) => {
    const file = random.chance(0.1) ? '; filename="a.exe"' : "";
    const text = random.chance(0.4) ? hostileText(random) : value;
    return `--line\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  });
  const end = random.chance(0.8) ? "--line--\r\n" : random.pick(["", "--line", "--line-", "--"]);
  return parts.join("") + end;
}

const FORM_SPOILERS: ((text: string) => string)[] = [
  () => "",
  () => "&&&&====",
  (text) => text.replaceAll("%", "%%"),
  (text) => `${text}&x=${"y".repeat(20_000)}`,
  (text) => `__proto__=1&${text}`,
  (text) => `${text}&%00=%ff%fe`,
  (text) => text.slice(0, text.length / 2),
  (text) => `{"json":"${text}"}`,
];

/** A text in a query or form; lone surrogates cannot be encoded and are sent as what browsers make of them. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
