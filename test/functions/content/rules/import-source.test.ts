import { describe, expect, test } from "vitest";
import { type Imported, importSource } from "../../../../functions/content/rules/import-source.ts";
import { passGate } from "../../../../functions/content/rules/publish-gate.ts";
import { sharedFilesIn } from "../../../../functions/content/rules/shared-content.ts";
import { starterFiles } from "../../support/starter-programme.ts";

const SHARED = sharedFilesIn(starterFiles());

function imported(content: string, kind: "marketing" | "transactional" = "marketing") {
  const result: Imported = importSource({ content, kind, title: "Autumn" });
  if (!result.ok) throw new Error(result.reason);
  const told = result.remarks.map(({ code, what, line }) => `${line} ${code} ${what}`);
  return { ...result, text: result.source.locales.en, told };
}

async function errorsOf(source: Parameters<typeof passGate>[0]) {
  const { problems } = await passGate(source, SHARED);
  return problems.filter(({ severity }) => severity === "error").map(({ line, message }) => `${line}: ${message.en}`);
}

const MAILCHIMP = `<!DOCTYPE html>
<html>
<head>
<title>*|MC:SUBJECT|*</title>
<style>.big { font-size: 20px }</style>
</head>
<body style="background:#fff">
<!--[if mso]><table><tr><td><![endif]-->
<span style="display:none">*|MC_PREVIEW_TEXT|*</span>
<p>Hello *|FNAME|*, of *|COMPANY|*
<p>*|IF:VIP|*You are one of our <b>best</b>*|ELSE:|*Come again*|END:IF|*
<p>*|IF:POINTS > 5|*Many points*|END:IF|*
<p><a href="*|ARCHIVE|*">In the browser</a> <a href="/shop">Shop</a>
<a href="https://lantern.example/?who=*|UNIQUE|*">Yours</a></p>
<img src="https://lantern.example/a.png" alt="A lantern">
<p>*|LIST:COMPANY|* *|LIST:ADDRESS|*<br><a href="*|UNSUB|*">Stop</a> *|CURRENT_YEAR|*
</body></html>`;

describe("a Mailchimp template", () => {
  const { source, text, told } = imported(MAILCHIMP);

  test("becomes a body with our own variables, closed and in order", () => {
    expect(text.body).toContain("<p>Hello {{contact.name}}, of {{merge.company}}\n</p>");
    expect(text.body).toContain("{{#if merge.vip}}You are one of our <b>best</b>{{else}}Come again{{/if}}");
    expect(text.body).toContain(
      '<p>{{brand.name}} {{brand.postalAddress}}<br /><a href="{{urls.unsubscribe}}">Stop</a>',
    );
    expect(text.body).not.toMatch(/\*\||<html|<!/);
  });

  test("declares what it needs with types and samples", () => {
    expect(source.variables).toEqual([
      { name: "merge.company", type: "text", required: false, sample: "company" },
      { name: "merge.vip", type: "text", required: false, sample: "vip" },
      { name: "links.link1", type: "url", required: true, sample: "https://lantern.example/?who=sample" },
    ]);
  });

  test("tells with its line what could not be carried", () => {
    expect(told).toEqual([
      "12 comparison *|IF:POINTS > 5|*",
      "13 merge-tag *|ARCHIVE|*",
      "16 merge-tag *|CURRENT_YEAR|*",
      "5 style-sheet <style>",
      "8 comment <!--[if mso]><table><tr><td><![endif]",
      '13 address href=""',
      '13 address href="/shop"',
      "14 joined-link https://lantern.example/?who={{merge.unique}} → {{links.link1}}",
      "1 no-subject ",
    ]);
  });

  test("is kept from being published only by what is missing", async () => {
    expect(await errorsOf(source)).toEqual(["1: The subject is empty for some values. Give it words of its own."]);
    const named = { ...source, locales: { en: { ...text, subject: "Autumn lessons" } } };
    expect(await errorsOf(named)).toEqual([]);
  });
});

describe("a template kept from Pinpoint or SES", () => {
  test("carries subject, conditions and default values", async () => {
    const { source, text, told } = imported(
      JSON.stringify({
        EmailTemplateResponse: {
          TemplateName: "autumn",
          Subject: "Hello {{User.UserAttributes.FirstName}}, autumn is here",
          HtmlPart: `<p>Hello {{User.UserAttributes.FirstName}} in {{Attributes.home_town.[0]}}</p>
{{#if Attributes.Level}}<p>Level {{{Attributes.Level}}}</p>{{else}}<p>No level</p>{{/if}}
<p><a href="{{Attributes.Link}}">Go on</a> {{dateFormat Attributes.Day}}</p>`,
          TextPart: "Hello",
          DefaultSubstitutions: JSON.stringify({
            "User.UserAttributes.FirstName": "friend",
            "Attributes.home_town": "Berlin",
          }),
        },
      }),
    );
    expect(text.subject).toBe("Hello {{contact.name}}, autumn is here");
    expect(text.body).toContain("Hello {{contact.name}} in {{attributes.homeTown}}");
    expect(text.body).toContain(
      "{{#if attributes.level}}<p>Level {{attributes.level}}</p>{{else}}<p>No level</p>{{/if}}",
    );
    expect(source.variables).toEqual([
      { name: "attributes.homeTown", type: "text", required: false, sample: "Berlin" },
      { name: "attributes.level", type: "text", required: false, sample: "level" },
      { name: "attributes.link", type: "url", required: true, sample: "https://example.com/sample" },
    ]);
    expect(told).toEqual([
      "2 unescaped {{{Attributes.Level}}}",
      "3 helper {{dateFormat Attributes.Day}}",
      "3 footer {{> footer-marketing}}",
      "1 text-part TextPart",
    ]);
    expect(await errorsOf(source)).toEqual([]);
  });

  test("keeps a list, but no fields of its items", async () => {
    const { source, text, told } = imported(
      JSON.stringify({
        Template: {
          SubjectPart: "Your order",
          HtmlPart:
            "<p>Thank you for your order</p><ul>{{#each items}}<li>{{this}} {{this.price}} {{name}}</li>{{/each}}</ul>",
        },
      }),
      "transactional",
    );
    expect(text.body).toContain("<ul>{{#each items}}<li>{{this}}  </li>{{/each}}</ul>");
    expect(told).toEqual(["1 list-item {{this.price}}", "1 list-item {{name}}"]);
    expect(await errorsOf(source)).toEqual([]);
  });
});

describe("plain HTML", () => {
  test("needs nothing but its footer to be published", async () => {
    const { source, text, told } = imported(
      "<html><head><title>Autumn &amp; winter</title></head><body><h1>Autumn</h1><p>The days grow short.</body></html>",
    );
    expect(text.subject).toBe("Autumn & winter");
    expect(text.body).toContain("{{> footer-marketing}}");
    expect(told).toEqual(["1 footer {{> footer-marketing}}"]);
    expect(await errorsOf(source)).toEqual([]);
  });

  test("has no unsubscribe link to carry in transactional mail", () => {
    const { told } = imported('<title>A</title><p>Hello</p>\n<a href="*|UNSUB|*">Stop</a>', "transactional");
    expect(told).toEqual(["2 merge-tag *|UNSUB|*", '2 address href=""']);
  });

  test("is told where a picture has no alt, by the gate", async () => {
    const { source } = imported('<title>A</title>\n<p>Hello there, reader</p>\n<img src="https://a.example/a.png">');
    expect(await errorsOf(source)).toEqual([expect.stringMatching(/^\d: <img> has no alt\./)]);
  });
});

const many = (text: string, times: number) => text.repeat(times);

describe("hostile input", () => {
  test.each([
    ["scripts", "<p>Hello to you all<script>alert('{{x}}')</script><svg onload=x()><a>z</a></svg></p>"],
    ["event attributes", '<p onclick="x()" style="width:expression(alert(1))">Hello to you all</p>'],
    ["script addresses", '<p>Hello to you all<a href="java&#115;cript:alert(1)">x</a><img src="data:text/html,x"></p>'],
    ["our own components", "<p>Hello to you all</p></mj-raw><mj-include path='/etc/passwd'/><mj-style>x</mj-style>"],
    ["the end of raw text", "<p>Hello to you all ]]> <![CDATA[ x ]]></p>"],
    ["braces around tags", "<p>Hello to you all {*|FNAME|*} {{{{raw}}}} \\{{name}} {{ {{{ {{name</p>"],
    ["tokens of our own", "<p>Hello to you all \uE0000\uE001 \u0000</p>"],
    ["ways to the prototype", "<p>Hello to you all {{constructor}} {{__proto__.x}} {{a.constructor.b}}</p>"],
    ["partials and decorators", "<p>Hello to you all {{> loop}} {{* x}} {{#> y}}z{{/y}} {{#with a}}{{b}}{{/with}}</p>"],
    ["blocks in the wrong order", "<p>Hello to you all {{#if a}}{{#each b}}x{{/if}}{{/each}}{{/if}}{{#if c}}</p>"],
    ["deep elements", `<p>Hello to you all</p>${many("<div>", 2000)}x`],
    ["deep blocks", `<p>Hello to you all</p>${many("{{#if a}}", 40)}x${many("{{/if}}", 40)}`],
    ["half a tag", `<p>Hello to you all</p><a href='https://a.example/`],
  ])("%s leave a draft that has no error left but its subject", async (_what, content) => {
    const { source, text } = imported(content);
    expect(text.body).not.toMatch(/<script|javascript|java&#115;|onclick|onload|mj-include|expression\(/i);
    const errors = await errorsOf(source);
    expect(errors.filter((error) => !error.includes("The subject is empty"))).toEqual([]);
  });

  test.each([
    ["nothing", "", "nothing-to-import"],
    ["only frame", "<html><body><table><tr><td> </td></tr></table></body></html>", "nothing-to-import"],
    ["JSON of something else", '{"a":[1,2,3]}', "nothing-to-import"],
    ["far too much", `<p>${many("many words ", 20_000)}</p>`, "import-too-large"],
  ])("of %s is refused", (_what, content, reason) => {
    expect(importSource({ content, kind: "marketing", title: "x" })).toEqual({ ok: false, reason });
  });

  test.each([
    ["tags", many("<b><i>", 50_000)],
    ["half tags", many("<a href='", 30_000)],
    ["comments", many("<!--", 75_000)],
    ["braces", many("{", 300_000)],
    ["template comments", many("{{!--", 60_000)],
    ["merge tags", many("*|X", 100_000)],
    ["many merge tags", many("*|IF:A|*x", 30_000)],
    ["titles", many("<title>x", 40_000)],
  ])("of 300 KB of %s is done with within two seconds", (_what, content) => {
    const before = performance.now();
    importSource({ content, kind: "marketing", title: "x" });
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
