import { expect, test } from "vitest";
import { passGate } from "../../../../functions/content/rules/publish-gate.ts";
import { SMALL_SHARED, smallSource } from "../support/small-content.ts";

const BODY = `<mj-text>
  <p>Hello {{contact.nmae}}</p>
  {{#if contact.name}}
  <p>{{{code}}}</p>
  <p><a href="javascript:alert(1)">Go</a></p>
</mj-text>
<mj-image src="https://lantern.example/a.png" />
`;

test("five different mistakes are explained at once, each at its line, and none of them twice", async () => {
  const { problems } = await passGate(smallSource({ body: BODY }), SMALL_SHARED);
  const errors = problems.filter(({ severity }) => severity === "error").sort((a, b) => a.line - b.line);
  expect(errors.map(({ line, message }) => `${line}: ${message.en}`)).toEqual([
    "2: {{contact.nmae}} is not a declared variable. Did you mean {{contact.name}}?",
    "3: {{#if contact.name}} is never closed. Add {{/if}} after the part it is about.",
    "4: {{{ }}} and {{& }} would put a value into the mail unescaped. Write {{ }} instead.",
    '5: "javascript:alert(1)" leads nowhere safe. Write a full https:// address.',
    '7: <mj-image> has no alt. Say in alt="…" what it shows, or write alt="" if it only decorates.',
  ]);
});
