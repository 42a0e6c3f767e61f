import fc from "fast-check";
import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { escapeHtml } from "../../../../functions/content/rules/escape-html.ts";
import { propertyOptions } from "../../../support/property-options.ts";

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(..."&<>\"'`= a灯"), fc.string({ minLength: 1, maxLength: 1 })),
});

describe("a value in HTML", () => {
  test("is escaped as Handlebars escapes it", () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(escapeHtml(said)).toBe(Handlebars.escapeExpression(said));
      }),
      propertyOptions("values", 500),
    );
  });
});
