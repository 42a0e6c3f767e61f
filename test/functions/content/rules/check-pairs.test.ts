import { describe, expect, test } from "vitest";
import { checkPairs } from "../../../../functions/content/rules/check-pairs.ts";

const scope = {
  place: { file: "en.mjml", part: "body" as const, locale: "en" as const },
  variables: {},
  partials: new Set<string>(),
  words: new Set<string>(),
};

const said = (source: string) => checkPairs(source, scope).map(({ line, message }) => `${line}: ${message.en}`);

describe("blocks and braces", () => {
  test("that belong together are left alone", () => {
    expect(said('{{#if a}}{{#each b}}{{this}}{{/each}}{{else}}{{default a "{{"}}{{/if}}{{! {{ }}')).toEqual([]);
  });

  test("name the line where a block begins that never ends", () => {
    expect(said("<p>\n{{#if contact.name}}\nHello\n</p>")).toEqual([
      "2: {{#if contact.name}} is never closed. Add {{/if}} after the part it is about.",
    ]);
  });

  test("name the inner block when only the outer one is closed", () => {
    expect(said("{{#if a}}\n{{#unless b}}\nx\n{{/if}}")).toEqual([
      "2: {{#unless b}} is never closed. Add {{/unless}} after the part it is about.",
    ]);
  });

  test("name the line of an end without a beginning", () => {
    expect(said("x\n{{/if}}")).toEqual([
      "2: {{/if}} closes nothing. Remove it, or open the block before. Blocks close in reverse order.",
    ]);
  });

  test("name the expression that has no end, and not the one behind it", () => {
    expect(said("<p>\nHello {{contact.name, welcome</p>\n<p>{{brand.name}}</p>")).toEqual([
      '2: "{{contact.name, welcome" is not finished. Add }} behind it.',
    ]);
  });
});
