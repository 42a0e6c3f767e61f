import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSyntax } from "../../../../functions/content/rules/check-syntax.ts";
import { compileProgram } from "../../../../functions/content/rules/compile-program.ts";
import { programWriter } from "../../../../functions/content/rules/run-program.ts";
import { variablesByName } from "../../../../functions/content/rules/template-variable.ts";
import { propertyOptions } from "../../../support/property-options.ts";
import { filledValues, RANDOM_VARIABLES, randomTemplate, randomValues } from "../support/random-template.ts";
import { referenceRenderer } from "../support/reference-renderer.ts";

const place = { file: "en.mjml", part: "text" as const, locale: "en" as const };
const variables = variablesByName(RANDOM_VARIABLES);
const scope = { place, variables, partials: new Set<string>(), words: new Set<string>() };
const reader = { locale: "en", zone: "Europe/Berlin" } as const;
const kinds = fc.constantFrom("html" as const, "plain" as const);

describe("a program", () => {
  test("writes byte for byte what Handlebars writes, for every template of the allowed syntax", () => {
    fc.assert(
      fc.property(randomTemplate, randomValues, kinds, (template, given, kind) => {
        expect(checkSyntax(template, scope)).toEqual([]);
        const values = filledValues(given);
        const written = programWriter(compileProgram(template, kind))(values, reader);
        expect(written).toBe(referenceRenderer(template, kind)(values, reader));
      }),
      propertyOptions("programs and Handlebars", 300),
    );
  });

  test("is data that comes back from a row as it went in", () => {
    fc.assert(
      fc.property(randomTemplate, kinds, (template, kind) => {
        const program = compileProgram(template, kind);
        expect(JSON.parse(JSON.stringify(program))).toEqual(program);
      }),
      propertyOptions("programs as JSON", 200),
    );
  });

  test("writes two numbers side by side, where Handlebars would add them up", () => {
    const seats = { "must.number": 9 };
    expect(programWriter(compileProgram("{{must.number}}{{must.number}}", "plain"))(seats, reader)).toBe("99");
  });

  test("is not made of anything but text", () => {
    const tree = { type: "Program", body: [] } as unknown as string;
    expect(() => compileProgram(tree, "html")).toThrow(/never accepted/);
  });

  test.each(["{{> partial}}", "{{#with must.text}}a{{/with}}", "{{lookup this must.text}}", "{{number 5}}"])(
    "is not made of %s, which the checks refuse before",
    (template) => {
      expect(checkSyntax(template, scope)).not.toEqual([]);
      expect(() => compileProgram(template, "html")).toThrow(/that programs do not know/);
    },
  );
});
