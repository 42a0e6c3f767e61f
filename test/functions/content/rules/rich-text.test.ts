import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { richText } from "../../../../functions/content/rules/rich-text.ts";
import { propertyOptions } from "../../../support/property-options.ts";

describe("rich text keeps", () => {
  test.each([
    ["paragraphs", "<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>"],
    ["strong and emphasized words", "<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"],
    [
      "links",
      '<p><a href="https://a.example/?a=1&amp;b" onclick="x">a</a></p>',
      '<p><a href="https://a.example/?a=1&amp;b">a</a></p>',
    ],
    ["links by a variable", '<p><a href="{{links.start}}">a</a></p>', '<p><a href="{{links.start}}">a</a></p>'],
    ["lists", "<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["lists as editors write them", "<ol><li><p>a</p></li></ol>", "<ol><li>a</li></ol>"],
    ["words outside paragraphs", "one<br>two", "<p>one<br>two</p>"],
    ["words of pasted blocks", "<div>one</div><div>two</div>", "<p>one</p><p>two</p>"],
    ["variables", "<p>Hello {{contact.name}}</p>", "<p>Hello {{contact.name}}</p>"],
  ])("%s", (_what, html, kept) => {
    expect(richText(html)).toEqual({ html: kept, refused: [], stray: undefined });
  });
});

describe("rich text names what it leaves out", () => {
  test.each([
    ["a table", "<table><tr><td>a</td></tr></table>", "<p>a</p>", ["table", "tr", "td"]],
    ["a script", "<p>a<script>alert(1)</script></p>", "<p>a</p>", ["script"]],
    ["a picture", '<p>a<img src="x" onerror="y"></p>', "<p>a</p>", ["img"]],
    ["a component", "<p>a</p></mj-text><mj-raw>b</mj-raw>", "<p>a</p><p>b</p>", ["mj-raw"]],
  ])("%s", (_what, html, kept, refused) => {
    expect(richText(html)).toMatchObject({ html: kept, refused });
  });

  test("and the braces that print no value", () => {
    expect(richText("<p>{{#if contact.name}}a{{/if}}</p>").stray).toBe("{{#if contact.name}}");
  });
});

test("rich text is the same when it is read again, and balanced", () => {
  const pieces = [
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<a href='https://a.example'>",
    "</a>",
    "<b>",
    "</b>",
    "<br>",
    "a",
    " ",
    "&amp;",
    "<table>",
    "{{contact.name}}",
  ];
  const html = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(""));
  fc.assert(
    fc.property(html, (given) => {
      const once = richText(given).html;
      expect(richText(once).html).toBe(once);
      for (const tag of ["p", "ul", "li", "a", "strong"]) {
        expect(once.split(`</${tag}>`).length).toBe(once.split(new RegExp(`<${tag}[ >]`)).length);
      }
      expect(once).not.toMatch(/<p>(?:(?!<\/p>).)*<(p|ul|li)>/);
    }),
    propertyOptions("rich text is stable", 500),
  );
});
