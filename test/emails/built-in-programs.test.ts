import { describe, expect, test } from "vitest";
import { compileContent } from "../../functions/content/rules/compile-content.ts";
import { compileHtml } from "../../functions/content/rules/compile-html.ts";
import { compileText } from "../../functions/content/rules/compile-text.ts";
import type { ContentSource } from "../../functions/content/rules/content-source.ts";
import { expandSource } from "../../functions/content/rules/expand-source.ts";
import { fillVariables } from "../../functions/content/rules/fill-variables.ts";
import { readEmailFiles } from "../../functions/content/rules/read-email-files.ts";
import { renderContent } from "../../functions/content/rules/render-content.ts";
import { SAMPLE_KINDS, sampleValues } from "../../functions/content/rules/sample-values.ts";
import { sesTemplateOf, slotValues } from "../../functions/content/rules/ses-template.ts";
import { renderTemplate } from "../../local/ses/render-template.ts";
import { referenceMail } from "../functions/content/support/reference-renderer.ts";
import { emailFolder } from "./email-folder.ts";

const { sources, shared } = readEmailFiles(emailFolder());
const ZONE = "Europe/Berlin";
const each = sources.flatMap(({ name, source }) =>
  (["en", "zh-CN"] as const).map((locale) => [name, locale, source] as const),
);

async function contentOf(source: ContentSource, locale: "en" | "zh-CN") {
  const compiled = await compileContent(source, shared, locale);
  return compiled.ok ? compiled.content : expect.unreachable(JSON.stringify(compiled.problems));
}

/** The template texts that a mail's programs are compiled from. */
async function textsOf(source: ContentSource, locale: "en" | "zh-CN") {
  const html = await compileHtml(expandSource(source, shared, locale));
  if (!html.ok) return expect.unreachable(JSON.stringify(html.problems));
  const subject = (source.locales[locale] ?? source.locales.en).subject;
  return { subject, html: html.html, text: compileText(html.html, locale) };
}

describe.each(each)("%s in %s", (_name, locale, source) => {
  test("is written by its programs byte for byte as by Handlebars, with every kind of values", async () => {
    const [content, texts] = [await contentOf(source, locale), await textsOf(source, locale)];
    for (const kind of SAMPLE_KINDS) {
      const samples = sampleValues(content.variables, locale, kind);
      const filled = fillVariables(content.variables, samples);
      if (!filled.ok) return expect.unreachable(JSON.stringify(filled));
      const expected = referenceMail(texts)(filled.values, { locale, zone: ZONE });
      expect(renderContent(content, samples, ZONE)).toMatchObject({ ok: true, ...expected });
    }
  });

  test("is the same mail when SES puts the slots into its template", async () => {
    const content = await contentOf(source, locale);
    const { name, subject, html, text } = sesTemplateOf(content);
    expect(name).toMatch(/^tm-[0-9a-f]{40}$/);
    expect([subject, html, text].join("").replace(/\{\{\{s\d+\}\}\}/g, "")).not.toContain("{{");
    for (const kind of SAMPLE_KINDS) {
      const samples = sampleValues(content.variables, locale, kind);
      const mail = renderContent(content, samples, ZONE);
      const slots = slotValues(content, samples, ZONE);
      if (!mail.ok || !slots.ok) return expect.unreachable(JSON.stringify([mail, slots]));
      expect(renderTemplate({ Subject: subject, Html: html, Text: text }, slots.values)).toEqual({
        ok: true,
        content: { Subject: mail.subject, Html: mail.html, Text: mail.text },
      });
    }
  });
});
