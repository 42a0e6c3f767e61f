import { beforeAll, describe, expect, test } from "vitest";
import { compileContent } from "../../../../functions/content/rules/compile-content.ts";
import type { CompiledContent } from "../../../../functions/content/rules/compiled-content.ts";
import { renderContent } from "../../../../functions/content/rules/render-content.ts";
import { SMALL_SHARED, SMALL_VALUES, smallSource } from "../support/small-content.ts";

let content: CompiledContent;

async function compile(body: string, subject = "Hello {{contact.name}}"): Promise<CompiledContent> {
  const compiled = await compileContent(smallSource({ body, subject }), SMALL_SHARED, "en");
  return compiled.ok ? compiled.content : expect.unreachable(JSON.stringify(compiled.problems));
}

beforeAll(async () => {
  content = await compile(
    '<mj-text><p>Dear {{contact.name}}</p></mj-text><mj-button href="{{links.start}}">Go</mj-button>',
  );
});

function render(values: Record<string, unknown>, of = content, zone = "Europe/Berlin") {
  const rendered = renderContent(of, { ...SMALL_VALUES, ...values }, zone);
  return rendered.ok ? rendered : expect.unreachable(JSON.stringify(rendered));
}

describe("a mail", () => {
  test("escapes values in the HTML, and in the HTML only", () => {
    const mail = render({ contact: { name: 'O\'Neil & Søn <b>"x"</b>' } });
    expect(mail.subject).toBe('Hello O\'Neil & Søn <b>"x"</b>');
    expect(mail.text).toContain('Dear O\'Neil & Søn <b>"x"</b>');
    expect(mail.html).toContain("Dear O&#x27;Neil &amp; Søn &lt;b&gt;&quot;x&quot;&lt;/b&gt;");
    expect(mail.html).not.toContain("<b>");
  });

  test.each(["林晓雯", "مريم", "Zoë 🏮", "Ђорђе"])("carries the name %s unchanged", (name) => {
    const mail = render({ contact: { name } });
    expect([mail.subject, mail.text, mail.html].every((part) => part.includes(name))).toBe(true);
  });

  test("cannot get a second header or a forged paragraph through a name", () => {
    const mail = render({ contact: { name: "Ana\r\nBcc: all\u2028\n\nPS: pay\u0000" } });
    expect(mail.subject).toBe("Hello Ana Bcc: all PS: pay");
    expect(mail.text).toContain("Dear Ana Bcc: all PS: pay\n");
  });

  test("keeps its subject on one line whatever the template says", async () => {
    const folded = await compile("<mj-text>Some words to read</mj-text>", "One\n  two\u2028three");
    expect(render({}, folded).subject).toBe("One two three");
  });

  test("leaves out a name that advertises a website", () => {
    expect(render({ contact: { name: "Win now at http://evil.example/x" } }).subject).toBe("Hello");
    expect(render({ contact: { name: "www.evil.example" } }).html).not.toContain("evil");
    expect(render({ contact: { name: "J.R. Smith-O'Hara" } }).subject).toBe("Hello J.R. Smith-O'Hara");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", " javascript:x", "file:///etc/passwd", "/relative", 7])(
    "is not made with the link %s",
    (start) => {
      expect(renderContent(content, { ...SMALL_VALUES, links: { start } }, "UTC")).toEqual({
        ok: false,
        reason: "invalid-variable",
        names: ["links.start"],
      });
    },
  );

  test("is not made while a required value is missing, and all such are named", () => {
    expect(renderContent(content, { contact: { name: "Ana" } }, "UTC")).toEqual({
      ok: false,
      reason: "missing-variable",
      names: ["brand.postalAddress", "urls.unsubscribe", "links.start"],
    });
  });

  test("takes values flat as well as nested, and never from a prototype", () => {
    const flat = { ...SMALL_VALUES, links: {}, "links.start": "https://flat.example/" };
    expect(render(flat).text).toContain("https://flat.example/");
    const inherited = Object.create({ links: SMALL_VALUES.links }) as Record<string, unknown>;
    const values = Object.assign(inherited, { ...SMALL_VALUES, links: undefined });
    expect(renderContent(content, values, "UTC").ok).toBe(false);
  });

  test("keeps the ampersands of a link working in both parts", () => {
    const mail = render({});
    expect(mail.html).toContain('href="https://lantern.example/lessons?a&#x3D;1&amp;b&#x3D;2"');
    expect(mail.text).toContain("https://lantern.example/lessons?a=1&b=2");
  });

  test("tells dates in the reader's zone, and in UTC where the zone is unknown", async () => {
    const dated = await compile('<mj-text>Until {{date trial.endsAt style="time"}} for all</mj-text>');
    const endsAt = { trial: { endsAt: "2026-12-31T23:30:00.000Z" } };
    expect(render(endsAt, dated, "Europe/Berlin").text).toContain("Until Friday 1 January at 00:30");
    expect(render(endsAt, dated, "America/New_York").text).toContain("Until Thursday 31 December at 18:30");
    expect(render(endsAt, dated, "Mars/Olympus").text).toContain("Until Thursday 31 December at 23:30");
  });

  test("is refused when a long list would make it too large", async () => {
    const listing = await compile(`<mj-text>{{#each perks}}${"<p>{{this}}</p>".repeat(30)}{{/each}}</mj-text>`);
    const perks = Array.from({ length: 100 }, () => "x".repeat(900));
    expect(renderContent(listing, { ...SMALL_VALUES, perks }, "UTC")).toMatchObject({ reason: "too-large" });
  });
});
