import { describe, expect, test } from "vitest";
import { compileContent } from "../../../../functions/content/rules/compile-content.ts";
import { programText } from "../support/program-text.ts";
import { SMALL_SHARED, smallSource } from "../support/small-content.ts";

async function compiled(change: Parameters<typeof smallSource>[0] = {}) {
  const result = await compileContent(smallSource(change), SMALL_SHARED, "en");
  const { programs, ...content } = result.ok ? result.content : expect.unreachable(JSON.stringify(result.problems));
  const [html, text, subject] = [programs.html, programs.text, programs.subject].map(programText);
  return { ...content, html: html ?? "", text: text ?? "", subject };
}

describe("a compiled template", () => {
  test("keeps its expressions in both parts", async () => {
    const { html, text } = await compiled();
    expect(html).toContain("<p>Hello {{contact.name}}, your trial has begun.</p>");
    expect(html).toContain('href="{{links.start}}"');
    expect(text).toContain("Hello {{contact.name}}, your trial has begun.");
    expect(text).toContain("Start:\n{{links.start}}");
  });

  test("keeps blocks in both parts, also those between components", async () => {
    const body = `<mj-text>{{#if contact.name}}<p>A</p>{{else}}<p>B</p>{{/if}}</mj-text>
{{#if perks}}
<mj-text><ul>{{#each perks}}<li>{{this}}</li>{{/each}}</ul></mj-text>
{{/if}}`;
    const { html, text } = await compiled({ body });
    const blocks = (part: string) => part.match(/\{\{[#/]?\w[^}]*\}\}/g)?.slice(0, 9);
    expect(blocks(text)).toEqual(blocks(html.slice(html.indexOf("{{#if contact.name}}"))));
    expect(text).toContain("• {{this}}");
  });

  test("carries the words of its language, escaped", async () => {
    const { html, text } = await compiled();
    expect(html).toMatch(/<html lang="en"/);
    expect(html).toContain("Stop &amp; be done");
    expect(text).toContain("Stop & be done ({{urls.unsubscribe}})");
  });

  test("escapes the markup of a subject in the title", async () => {
    const { html, subject } = await compiled({ subject: 'Now <b> & "you"' });
    expect(html).toContain("<title>Now &lt;b&gt; &amp; &quot;you&quot;</title>");
    expect(subject).toBe('Now <b> & "you"');
  });

  test("carries shared words in its subject too, as text", async () => {
    expect((await compiled({ subject: "{{t 'mail.stop'}}, {{contact.name}}" })).subject).toBe(
      "Stop & be done, {{contact.name}}",
    );
  });

  test("does not repeat the preheader in the text part", async () => {
    const { html, text } = await compiled();
    expect(html).toContain("Ten minutes are enough.");
    expect(text).not.toContain("Ten minutes are enough.");
  });

  test("names the variables that it uses and no others", async () => {
    const { variables } = await compiled();
    expect(variables.map(({ name }) => name).sort()).toEqual([
      "brand.postalAddress",
      "contact.name",
      "links.start",
      "urls.unsubscribe",
    ]);
  });

  test("has the same hash for the same words and another for others", async () => {
    expect((await compiled()).hash).toBe((await compiled()).hash);
    expect((await compiled({ subject: "Other" })).hash).not.toBe((await compiled()).hash);
  });

  test("sends no comments", async () => {
    const { html } = await compiled({
      body: "<mj-text>Hello to you<!-- secret -->{{!-- note --}}{{! more }}</mj-text>",
    });
    expect(html).not.toMatch(/secret|note|more/);
  });
});
