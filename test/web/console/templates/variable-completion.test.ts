import { describe, expect, it } from "vitest";
import { variableCompletion } from "../../../../web/console/templates/variable-completion.ts";

const complete = variableCompletion([{ name: "contact.name", type: "name", required: false, sample: "Ana" }]);
const at = (text: string) => ({
  pos: text.length,
  matchBefore: (pattern: RegExp) => {
    const found = new RegExp(`(?:${pattern.source})$`).exec(text);
    return found && { from: found.index, to: text.length, text: found[0] };
  },
});

describe("completion in the code", () => {
  it("offers the declared variables after two braces, replacing what was typed of the name", () => {
    expect(complete(at("Hello {{cont"))).toMatchObject({ from: 8, options: [{ label: "contact.name" }] });
    expect(complete(at("{{#if contact."))).toMatchObject({ from: 6 });
  });

  it("stays silent elsewhere", () => {
    expect(complete(at("Hello cont"))).toBeNull();
    expect(complete(at("{{contact.name}} and cont"))).toBeNull();
  });
});
