import { describe, expect, test } from "vitest";
import { checkMarkup } from "../../../../functions/content/rules/check-markup.ts";
import { declaredVariables } from "../../../../functions/content/rules/content-source.ts";
import { smallSource } from "../support/small-content.ts";

const scope = {
  place: { file: "en.mjml", part: "body" as const, locale: "en" as const },
  variables: declaredVariables(smallSource()),
  partials: new Set<string>(),
  words: new Set(["mail.stop"]),
};

const check = (source: string) => checkMarkup(source, scope);

describe("markup may hold", () => {
  test.each([
    ["a link from a variable", '<a href="{{links.start}}">Go</a>'],
    ["a literal link", "<a href='https://lantern.example/lessons'>Go</a><a href=\"mailto:a@b.example\">Mail</a>"],
    ["a readable attribute", '<img src="https://lantern.example/a.png" alt="Book of {{contact.name}}" />'],
    ["shared words in any attribute", "<mj-all font-family=\"{{t 'mail.stop'}}\" />"],
    ["void and self-closing tags", "<p>a<br>b<br/>c<img src='https://x.example/a.png' alt=''></p>"],
    ["a block within its element", "<p>{{#if contact.name}}<b>x</b>{{else}}y{{/if}}</p>"],
    ["a block around elements", "{{#if contact.name}}<p>x</p>{{/if}}"],
    ["quotes and angle brackets in an expression", '<p>{{default contact.name "a > b"}}</p>'],
  ])("%s", (_what, source) => {
    expect(check(source)).toEqual([]);
  });
});

describe("markup is refused with", () => {
  test.each([
    ["a script", "<p>\n<script>x</script></p>", "script", 2],
    ["a picture that says nothing", '<p>x</p>\n<mj-image src="https://x.example/a.png" />', "alt", 2],
    ["a form", "<form></form>", "form", 1],
    ["an included file", '<mj-include path="../../secret" />', "include", 1],
    ["a script address", '<a href="javascript:alert(1)">x</a>', "address", 1],
    ["a data address", '<a\nhref="data:text/html,x">x</a>', "address", 2],
    ["a dead link", '<a href="#">x</a>', "address", 1],
    ["an empty link", '<a href="">x</a>', "address", 1],
    ["half an address", '<a href="https://x.example/?q={{contact.name}}">x</a>', "address-variable", 1],
    ["a text as an address", '<a href="{{contact.name}}">x</a>', "address-variable", 1],
    ["an address behind a blank", '<a href=" {{links.start}}">x</a>', "address-variable", 1],
    ["an event attribute", '<p onclick="x()">x</p>', "script-attribute", 1],
    ["an expression in a style", '<p style="color:{{contact.name}}">x</p>', "attribute-expression", 1],
    ["an expression in a style sheet", "<style>p { color: {{code}}; }</style>", "expression-place", 1],
    ["an expression in a comment", "<!-- {{contact.name}} -->", "expression-place", 1],
    ["an unquoted attribute", "<a href={{links.start}}>x</a>", "unquoted-attribute", 1],
    ["an expression as a tag's part", "<p {{code}}>x</p>", "unquoted-attribute", 1],
    ["a tag left open", "<p>\n  <b>x\n</p>", "unclosed-before", 2],
    ["a tag closed twice", "<p>x</p>\n</p>", "unopened-tag", 2],
    ["a block that ends elsewhere", "<p>{{#if contact.name}}x</p>\n<p>y{{/if}}</p>", "crossed-block", 2],
  ])("%s", (_what, source, code, line) => {
    expect(check(source)).toEqual(expect.arrayContaining([expect.objectContaining({ code, line })]));
  });
});
