import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderContent } from "../../../../functions/content/rules/render-content.ts";
import { sesTemplateOf, slotValues } from "../../../../functions/content/rules/ses-template.ts";
import { renderTemplate } from "../../../../local/ses/render-template.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { contentOf, filledValues, randomTemplate, randomValues } from "../support/random-template.ts";
import { referenceMail } from "../support/reference-renderer.ts";

const random = fc.record({ subject: randomTemplate, html: randomTemplate, text: randomTemplate });
const SYNTAX = /\{\{\{s\d+\}\}\}/g;

describe("the template that SES keeps", () => {
  test("with the slots filled is the mail, which is what Handlebars would write", () => {
    fc.assert(
      fc.property(random, randomValues, (parts, values) => {
        const content = contentOf(parts);
        const mail = renderContent(content, values, "Europe/Berlin");
        const slots = slotValues(content, values, "Europe/Berlin");
        if (!mail.ok || !slots.ok) return expect.unreachable(JSON.stringify([mail, slots]));
        const { subject, html, text } = sesTemplateOf(content);
        const filled = renderTemplate({ Subject: subject, Html: html, Text: text }, slots.values);
        expect(filled).toEqual({ ok: true, content: { Subject: mail.subject, Html: mail.html, Text: mail.text } });
        expect(mail).toMatchObject(referenceMail(parts)(filledValues(values), { locale: "en", zone: "Europe/Berlin" }));
      }),
      propertyOptions("slots filled by SES", 200),
    );
  });

  test("is filled for one reader after another as it would be for each alone", () => {
    fc.assert(
      fc.property(random, fc.array(randomValues, { minLength: 2, maxLength: 5 }), (parts, readers) => {
        const content = contentOf(parts);
        for (const values of readers) {
          expect(slotValues(content, values, "Europe/Berlin")).toEqual(
            slotValues(contentOf(parts), values, "Europe/Berlin"),
          );
        }
      }),
      propertyOptions("slots for many readers", 100),
    );
  });

  test("has no syntax but its slots, and none that touches a brace", () => {
    fc.assert(
      fc.property(random, (parts) => {
        const { subject, html, text } = sesTemplateOf(contentOf(parts));
        for (const part of [subject, html, text]) {
          expect(part).not.toMatch(/[{}\\]\{\{\{|\}\}\}[{}\\]/);
          expect(part.replace(SYNTAX, "")).not.toContain("{{");
        }
      }),
      propertyOptions("syntax in SES templates", 200),
    );
  });
});
