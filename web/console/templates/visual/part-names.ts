import type { Component } from "grapesjs";
import { childrenOf } from "./canvas-tree.ts";
import { decodedValue, plainWords } from "./part-look.ts";
import { saidOfKept } from "./said-plainly.ts";
import type { visualWordsEn } from "./visual-words-en.ts";

/** All parts of a body in their order, each with how deep it stands. */
export function partsIn(root: Component, depth = 0): { component: Component; depth: number }[] {
  return childrenOf(root).flatMap((component) => [{ component, depth }, ...partsIn(component, depth + 1)]);
}

/** A part by what it is and how it begins. */
export function nameOfPart(component: Component, words: typeof visualWordsEn): string {
  const type = String(component.get("type"));
  const raw: string | undefined = component.get("raw");
  if (raw !== undefined) return saidOfKept(raw, words);
  const { alt = "" } = component.get("mjml") as { alt?: string };
  const said = plainWords(component.get("text") ?? "") || decodedValue(alt);
  const name = words.parts[type] ?? type;
  return said ? `${name}: ${said.length > 40 ? `${said.slice(0, 39)}…` : said}` : name;
}
