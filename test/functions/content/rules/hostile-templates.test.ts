import { describe, expect, test } from "vitest";
import { isPublishable, passGate } from "../../../../functions/content/rules/publish-gate.ts";
import { SMALL_BODY, SMALL_SHARED, smallSource } from "../support/small-content.ts";

const inText = (source: string) => `${SMALL_BODY}<mj-text>${source}</mj-text>`;
const nested = (depth: number) => `${"{{#each perks}}".repeat(depth)}{{this}}${"{{/each}}".repeat(depth)}`;

describe("a hostile template is refused within a second, with its line:", () => {
  test.each([
    ["loops in loops in loops", inText(nested(3))],
    ["a thousand loops in loops", inText(nested(199))],
    ["blocks without end", inText("{{#if contact.name}}".repeat(2000))],
    ["a partial that calls itself", "{{> loop}}"],
    ["two partials that call each other", "{{> ping}}"],
    ["an unescaped value", inText("{{{contact.name}}}")],
    ["a way to the constructor", inText('{{#with "s" as |string|}}{{lookup string "constructor"}}{{/with}}')],
    ["a way through lookup", inText("{{lookup this 'constructor'}}")],
    ["a script address", inText('<a href="javascript:alert(1)">x</a>')],
    ["a script address in disguise", inText('<a href="java&#115;cript:alert(1)">x</a>')],
    ["a script", inText("<script>alert(1)</script>")],
    ["half a tag", inText("<a href='https://a.example/".repeat(5000))],
    ["tags without end", inText("<b>".repeat(5000))],
    ["comments without end", inText("<!--".repeat(9000))],
    ["braces without end", inText("{".repeat(40_000))],
    ["quotes without end", inText(`{{default contact.name ${'"'.repeat(30_001)}}}`)],
    ["parentheses without end", inText(`{{default ${"(".repeat(20_000)}}}`)],
  ])("%s", async (_what, body) => {
    const shared = {
      ...SMALL_SHARED,
      "partials/loop.mjml": "{{> loop}}",
      "partials/ping.mjml": "{{> pong}}",
      "partials/pong.mjml": "{{> ping}}",
    };
    const before = performance.now();
    const verdict = await passGate(smallSource({ body }), shared);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(isPublishable(verdict)).toBe(false);
    const error = verdict.problems.find(({ severity }) => severity === "error");
    expect(error?.line).toBeGreaterThan(0);
    expect(error?.message.en).toMatch(/\.$|\?$/);
  });

  test("except brackets without end, which are only text", async () => {
    const before = performance.now();
    await passGate(smallSource({ body: inText("<".repeat(40_000)) }), SMALL_SHARED);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("a syntax tree in the place of text", async () => {
    const tree = { type: "Program", body: [{ type: "MustacheStatement" }] } as unknown as string;
    await expect(passGate(smallSource({ body: tree }), SMALL_SHARED)).rejects.toThrow();
  });

  test("a subject that would begin another header stays one line", async () => {
    const verdict = await passGate(smallSource({ subject: "Hello\r\nBcc: all@a.example" }), SMALL_SHARED);
    expect(verdict.contents[0]?.programs.subject).toEqual(["Hello\r\nBcc: all@a.example"]);
    expect(isPublishable(verdict)).toBe(true);
  });
});
