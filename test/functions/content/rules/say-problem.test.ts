import { describe, expect, test } from "vitest";
import { advice, problem } from "../../../../functions/content/rules/content-problem.ts";
import type { ProblemCode } from "../../../../functions/content/rules/problem-details.ts";
import { PROBLEM_WORDS } from "../../../../functions/content/rules/say-problem.ts";

const codes = Object.keys(PROBLEM_WORDS.en) as ProblemCode[];
const NUMBERS = new Set(["most", "kilobytes", "length", "styles", "addresses", "outlook"]);
/** Not written out, but said in words. */
const CHOICES: Record<string, string> = { feature: "video", reason: "money" };
const WHAT_TO_DO =
  /\b(Add|Call|Fill it in|Check|Close|Compare|Declare|Find|Give|Leave out|Link|Mend|Move|Name|Put|Remove|Say|Show|Shorten|Split|Use|Write|Did you mean)\b/i;
const WHAT_TO_DO_ZH = /请|是不是想写/;

/** Details whose every value can be recognised in a sentence, and the names of those that were asked for. */
function markedDetails() {
  const asked = new Set<string>();
  const details = new Proxy({} as Record<string, unknown>, {
    get(_target, name: string) {
      asked.add(name);
      if (["allowed", "clients", "tags"].includes(name)) return [`‹${name}›`];
      if (name in CHOICES) return CHOICES[name];
      return NUMBERS.has(name) ? 424242 : `‹${name}›`;
    },
  });
  return { details, asked };
}

function said(locale: "en" | "zh-CN", code: ProblemCode) {
  const { details, asked } = markedDetails();
  const sentence = (PROBLEM_WORDS[locale][code] as (details: unknown) => string)(details);
  return { sentence, asked };
}

describe("a problem of a template", () => {
  test("has words in both languages", () => {
    expect(Object.keys(PROBLEM_WORDS["zh-CN"]).sort()).toEqual([...codes].sort());
  });

  test.each(codes)("says in English what to do next: %s", (code) => {
    const { sentence } = said("en", code);
    expect(sentence).toMatch(/[.?]$/);
    expect(sentence).toMatch(WHAT_TO_DO);
    expect(sentence).not.toMatch(/undefined|\[object|‹›/);
  });

  test.each(codes)("says in Chinese what to do next: %s", (code) => {
    const { sentence } = said("zh-CN", code);
    expect(sentence).toMatch(/[。？]$/);
    expect(sentence).toMatch(/\p{Script=Han}/u);
    expect(sentence).toMatch(WHAT_TO_DO_ZH);
    expect(sentence).not.toMatch(/undefined|\[object|‹›/);
  });

  test.each(codes)("names the same things in both languages: %s", (code) => {
    expect([...said("zh-CN", code).asked].sort()).toEqual([...said("en", code).asked].sort());
  });

  test("carries its code, its details and its place beside the sentences", () => {
    const place = { file: "en.mjml", part: "body", locale: "en" } as const;
    const fact = { code: "unknown-variable", name: "contact.nmae", near: undefined } as const;
    expect(problem(place, fact, { line: 3, column: 9 })).toEqual({
      severity: "error",
      code: "unknown-variable",
      details: { name: "contact.nmae" },
      message: {
        en: "{{contact.nmae}} is not a declared variable. Declare it in template.yaml under variables, or remove it.",
        "zh-CN": "{{contact.nmae}} 不是已声明的变量。请在 template.yaml 的 variables 里声明，或删除它。",
      },
      field: null,
      ...place,
      line: 3,
      column: 9,
    });
  });

  test("keeps nobody from publishing when it is advice", () => {
    const place = { file: "template.yaml", part: "template", locale: null } as const;
    expect(advice(place, { code: "missing-locale" }).severity).toBe("advice");
  });
});
