import { describe, expect, test } from "vitest";
import { checkSyntax } from "../../../../functions/content/rules/check-syntax.ts";
import { declaredVariables } from "../../../../functions/content/rules/content-source.ts";
import type { SyntaxScope } from "../../../../functions/content/rules/syntax-scope.ts";
import { smallSource } from "../support/small-content.ts";

const scope: SyntaxScope = {
  place: { file: "en.mjml", part: "body", locale: "en" },
  variables: declaredVariables(smallSource()),
  partials: new Set(["signature"]),
  words: new Set(["mail.stop"]),
};

const check = (source: string) => checkSyntax(source, scope);

describe("a marketer may write", () => {
  test.each([
    ["a declared variable", "Hello {{contact.name}}"],
    ["one part or the other", "{{#if contact.name}}Hello{{else if code}}Hi{{else}}Dear{{/if}}"],
    ["the opposite", "{{#unless contact.name}}Hello{{/unless}}"],
    ["a list", "{{#each perks}}{{@index}} {{this}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}"],
    ["a date in a style", '{{date trial.endsAt style="weekday" until=true}}'],
    [
      "a number, an amount, a plural",
      '{{number seats}} {{money seats code}} {{plural seats one="# seat" other="# seats"}}',
    ],
    ["an amount in a fixed currency", '{{money seats "EUR"}}'],
    ["a word for a missing value", '{{default contact.name "friend"}}'],
    ["shared words and partials", '{{t "mail.stop"}}\n{{> signature}}\n'],
    ["comments", "{{! a note }}{{!-- with {{braces}} --}}"],
    ["trimmed blanks", "{{~contact.name~}}"],
  ])("%s", (_what, source) => {
    expect(check(source)).toEqual([]);
  });
});

describe("the check refuses", () => {
  test.each([
    ["an unescaped value", "{{{contact.name}}}", "unescaped"],
    ["an unescaped value by ampersand", "{{& contact.name}}", "unescaped"],
    ["an unescaped value behind a tilde", "{{~{contact.name}~}}", "unescaped"],
    ["an undeclared variable", "{{contact.email}}", "unknown-variable"],
    ["a prototype", "{{constructor}}", "unknown-variable"],
    ["a prototype within", "{{contact.constructor.name}}", "unknown-variable"],
    ["a prototype in brackets", "{{contact.[__proto__]}}", "unknown-variable"],
    ["a declared name in brackets", "{{[contact.name]}}", "unknown-variable"],
    ["the root", "{{@root.contact.name}}", "path-data"],
    ["a parent", "{{#each perks}}{{../contact.name}}{{/each}}", "unknown-variable"],
    ["this outside a list", "{{this}}", "unknown-variable"],
    ["the position outside a list", "{{@index}}", "path-data"],
    ["lookup", '{{lookup contact "name"}}', "unknown-helper"],
    ["log", "{{log contact.name}}", "unknown-helper"],
    ["with", "{{#with contact}}{{name}}{{/with}}", "unknown-block"],
    ["an unknown block", "{{#contact.name}}x{{/contact.name}}", "unknown-block"],
    ["a raw block", "{{{{raw}}}} {{contact.name}} {{{{/raw}}}}", "unescaped"],
    ["an inverse section", "{{^contact.name}}x{{/contact.name}}", "inverse"],
    ["a named item of a list", "{{#each perks as |perk|}}{{perk}}{{/each}}", "block-argument"],
    ["a list in a list", "{{#each perks}}{{#each perks}}x{{/each}}{{/each}}", "nested-each"],
    ["each on a text", "{{#each contact.name}}x{{/each}}", "each-list"],
    ["if on zero", "{{#if seats includeZero=true}}x{{/if}}", "block-argument"],
    ["a call inside a call", '{{date (lookup trial "endsAt")}}', "path"],
    ["an instant as it is", "{{trial.endsAt}}", "format-instant"],
    ["a list as it is", "{{perks}}", "format-list"],
    ["a date of a text", "{{date contact.name}}", "helper-type"],
    ["an unknown style", '{{date trial.endsAt style="huge"}}', "helper-option"],
    ["a plural without its form", '{{plural seats one="#"}}', "helper-needs"],
    ["an unknown helper", "{{shout contact.name}}", "unknown-helper"],
    ["a dynamic partial", "{{> (lookup . 'name')}}", "partial-name"],
    ["an unknown partial", "{{> header}}", "unknown-partial"],
    ["a partial with a context", "{{> signature contact}}", "partial-name"],
    ["a partial block", "{{#> signature}}x{{/signature}}", "statement"],
    ["a decorator", "{{* inline}}", "statement"],
    ["an inline partial", '{{#*inline "x"}}y{{/inline}}', "statement"],
    ["unknown words", '{{t "mail.nope"}}', "unknown-words"],
    ["words from a variable", "{{t contact.name}}", "words-call"],
    ["escaped braces", "\\{{contact.name}}", "escaped-braces"],
    ["control characters", "a\u0000b", "control"],
    ["characters of private use", "\uE0000\uE001", "control"],
    ["an unfinished expression", "{{contact.name", "unfinished"],
    ["an unclosed block", "{{#if contact.name}}x", "unclosed-block"],
    ["blocks closed in the wrong order", "{{#if contact.name}}{{#unless code}}x{{/if}}{{/unless}}", "unopened-block"],
  ])("%s", (_what, source, code) => {
    expect(check(source).map((each) => each.code)).toContain(code);
  });

  test("and says the line, the column and what to do", () => {
    expect(check("<p>\n  Hello {{contact.nam}}\n</p>")).toEqual([
      {
        severity: "error",
        code: "unknown-variable",
        file: "en.mjml",
        part: "body",
        locale: "en",
        field: null,
        line: 2,
        column: 11,
        details: { name: "contact.nam", near: "contact.name" },
        message: {
          en: "{{contact.nam}} is not a declared variable. Did you mean {{contact.name}}?",
          "zh-CN": "{{contact.nam}} 不是已声明的变量。是不是想写 {{contact.name}}？",
        },
      },
    ]);
  });

  test("a parsed template, which could run code", () => {
    const program = { type: "Program", body: [], strip: {}, loc: {} };
    expect(() => check(program as unknown as string)).toThrow("never accepted");
  });

  test("blocks nested deeper than five", () => {
    const deep = `${"{{#if contact.name}}".repeat(6)}x${"{{/if}}".repeat(6)}`;
    expect(check(deep)).toMatchObject([{ code: "nesting", column: 101 }]);
  });

  test("more than 400 expressions in one file", () => {
    expect(check("{{contact.name}}".repeat(401))).toMatchObject([{ code: "too-many-expressions" }]);
  });

  test("ten thousand open blocks within a second", () => {
    const before = performance.now();
    expect(check("{{#if contact.name}}".repeat(10_000))).not.toEqual([]);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
