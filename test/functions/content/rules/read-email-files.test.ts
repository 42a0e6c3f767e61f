import { describe, expect, test } from "vitest";
import { readEmailFiles } from "../../../../functions/content/rules/read-email-files.ts";

const YAML = `kind: marketing
title: Welcome
description: Greets.
variables:
  links.start: { type: url, sample: "https://a.example/" }
  trial.days: { type: number, required: false, sample: { en: 14, zh-CN: 14 } }
subject: { en: Hello, zh-CN: 你好 }
preheader: { en: Come in, zh-CN: 请进 }
`;
const FOLDER = {
  "emails/welcome/template.yaml": YAML,
  "emails/welcome/en.mjml": "<mj-text>Hello</mj-text>",
  "emails/welcome/zh-CN.mjml": "<mj-text>你好</mj-text>",
};
const problemsOf = (yaml: string) => readEmailFiles({ ...FOLDER, "emails/welcome/template.yaml": yaml }).problems;

describe("a programme folder", () => {
  test("is read to templates with their variables and languages", () => {
    const { sources, problems } = readEmailFiles(FOLDER);
    expect(problems).toEqual([]);
    expect(sources).toEqual([
      {
        name: "welcome",
        source: {
          kind: "marketing",
          title: "Welcome",
          description: "Greets.",
          layout: "letter",
          variables: [
            { name: "links.start", type: "url", required: true, sample: "https://a.example/" },
            { name: "trial.days", type: "number", required: false, sample: { en: 14, "zh-CN": 14 } },
          ],
          locales: {
            en: { subject: "Hello", preheader: "Come in", body: "<mj-text>Hello</mj-text>" },
            "zh-CN": { subject: "你好", preheader: "请进", body: "<mj-text>你好</mj-text>" },
          },
        },
      },
    ]);
  });

  test("may be called and explained in each language of those who edit it", () => {
    const yaml = YAML.replace("title: Welcome", "title: { en: Welcome, zh-CN: 欢迎 }");
    const { sources, problems } = readEmailFiles({ ...FOLDER, "emails/welcome/template.yaml": yaml });
    expect(problems).toEqual([]);
    expect(sources[0]?.source.title).toEqual({ en: "Welcome", "zh-CN": "欢迎" });
    expect(problemsOf(YAML.replace("title: Welcome", "title: { zh-CN: 欢迎 }"))).toMatchObject([{ line: 2 }]);
  });

  test("gives its layouts, partials and mail words, and keeps out what is not mail", () => {
    const files = {
      "layouts/letter.mjml": "a",
      "partials/footer.mjml": "b",
      "locales/mail.en.json": "{}",
      "locales/pages.en.json": "{}",
      "pages/landing.hbs": "c",
      "programme/offers.yaml": "d",
    };
    expect(Object.keys(readEmailFiles(files).shared)).toEqual([
      "layouts/letter.mjml",
      "partials/footer.mjml",
      "locales/mail.en.json",
    ]);
  });

  test.each([
    ["a misspelt key", YAML.replace("title:", "titel:"), "titel", 2],
    ["an unknown kind", YAML.replace("marketing", "spam"), "kind", 1],
    ["an unknown type", YAML.replace("type: url", "type: link"), "links.start", 5],
    ["broken YAML", YAML.replace("title: Welcome", 'title: "Welcome'), "YAML", 2],
    ["an empty subject", YAML.replace("en: Hello", 'en: ""'), "subject.en", 7],
  ])("names the line of %s", (_what, yaml, words, line) => {
    const problems = problemsOf(yaml);
    expect(problems[0]?.message.en).toContain(words);
    expect(problems[0]).toMatchObject({ template: "welcome", file: "template.yaml", line });
  });

  test("says so when a body is missing", () => {
    const { "emails/welcome/en.mjml": _gone, ...rest } = FOLDER;
    expect(readEmailFiles(rest).problems).toMatchObject([{ code: "missing-body" }]);
  });

  test("does not expand aliases without end", () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n${YAML}`;
    expect(problemsOf(bomb)).toMatchObject([{ code: "yaml-alias", line: 2 }]);
  });
});
