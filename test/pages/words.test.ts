import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { words } from "../../functions/http/words.ts";
import english from "../../templates/locales/pages.en.json" with { type: "json" };
import chinese from "../../templates/locales/pages.zh-CN.json" with { type: "json" };

/** Every text by its key; the forms of a plural share one key. */
function texts(tree: object, path = ""): Map<string, string[]> {
  return new Map(Object.entries(tree).flatMap(([name, value]) => textsAt(path ? `${path}.${name}` : name, value)));
}

function textsAt(key: string, value: string | object): [string, string[]][] {
  if (typeof value === "string") return [[key, [value]]];
  return isPlural(value) ? [[key, Object.values(value)]] : [...texts(value, key)];
}

const isPlural = (value: object) =>
  "other" in value &&
  typeof value.other === "string" &&
  Object.keys(value).every((name) => ["zero", "one", "two", "few", "many", "other"].includes(name));
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("the words of the pages", () => {
  const en = texts(english);
  const zh = texts(chinese);

  it("are the same keys in both languages", () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(en.size).toBeGreaterThan(100);
  });

  it.each([...en.keys()])("%s names the same values in both languages", (key) => {
    const expected = new Set([...(en.get(key) ?? [])].flatMap(names));
    const other = new Set([...(zh.get(key) ?? [])].flatMap(names));
    expect(other).toEqual(expected);
  });

  it("are all there that a template asks for", () => {
    const asked = globSync("templates/pages/**/*.hbs").flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/[{(]t "([\w.-]+)"/g),
    ]);
    expect(asked.length).toBeGreaterThan(50);
    for (const [, key] of asked) expect(en.has(key as string), key).toBe(true);
  });

  it("escape nothing themselves: the pages do", () => {
    expect(words("en", "landing.friend", { name: "<b>" })).toContain("<b>");
    for (const file of globSync("templates/pages/**/*.hbs"))
      expect(readFileSync(file, "utf8")).not.toMatch(/\{\{\{|\{\{&/);
  });
});
