import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ShownNode,
  shownFromTree,
  sourceFromTree,
} from "../../../../../web/console/templates/visual/source-from-tree.ts";
import { treeFromSource } from "../../../../../web/console/templates/visual/tree-from-source.ts";
import { builtInBodies } from "./support/built-in-bodies.ts";
import { randomBody } from "./support/random-body.ts";

/** Reads a body, lets somebody change what the canvas shows, and gives back the source. */
function edited(source: string, edit: (shown: ShownNode[]) => ShownNode[] = (shown) => shown): string {
  const carried = treeFromSource(source);
  if (!carried.ok) throw new Error(`line ${carried.line}: ${carried.reason}: ${carried.raw}`);
  return sourceFromTree(carried.tree, edit(shownFromTree(carried.tree.nodes)));
}

const fresh = (tag: string, text: string | null = null, children: ShownNode[] = []): ShownNode => ({
  id: null,
  tag,
  attributes: {},
  text,
  children,
});

const NASTY = {
  "nothing at all": "",
  "only blank lines": "\n\n  \n",
  "Windows line ends": "<mj-text>\r\n  <p>a</p>\r\n</mj-text>\r\n<mj-spacer />\r\n",
  "everything on one line": '<mj-text>a</mj-text><mj-button href="{{links.a}}">b</mj-button><mj-spacer/>',
  "odd quotes and white space": "<mj-text  align = 'left'\n   padding=\"0\" ><p>a</p></mj-text >",
  "comments of both kinds": "<!-- a > b {{x}} -->\n{{!-- {{not}} read --}}\n{{! note }}\n<mj-text>a</mj-text>",
  "a partial between rows": "<mj-text>a</mj-text>\n{{> signature}}\n<mj-text>b</mj-text>",
  "a block around rows": '{{#if a}}\n<mj-text>a</mj-text>\n<mj-spacer height="2px" />\n{{/if}}\n',
  "a block with an else": "{{#if a}}\n<mj-text>a</mj-text>\n{{else}}<mj-text>b</mj-text>{{/if}}",
  "blocks in blocks": "{{#if a}}{{#unless b}}<mj-text>{{#each c}}{{this}}{{/each}}</mj-text>{{/unless}}{{/if}}",
  "an inverse block": "{{^a}}<mj-text>none</mj-text>{{/a}}",
  "white space control": "{{~#if a~}}<mj-text>a</mj-text>{{~/if~}}",
  "a block around columns": "<mj-section>{{#if a}}<mj-column><mj-text>a</mj-text></mj-column>{{/if}}</mj-section>",
  "elements we do not know":
    "<mj-table><tr><td>{{a}}</td></tr></mj-table><mj-raw><br><p>x</p></mj-raw><mj-hero></mj-hero>",
  "words between rows": "hello <mj-text>a</mj-text> and {{b}} good bye\n",
  "braces and signs that mean nothing": "<mj-text>a < b & c } d { e > f &nbsp; &#847; \u{1f600}</mj-text>",
  "quotes inside expressions": `<mj-text>{{plural a one="}}" other='# "points"'}}</mj-text>`,
  "expressions in attributes": '<mj-image src="{{a}}" alt="{{plural b one="x" other="y"}}" />',
  "sections with all they hold":
    "<mj-wrapper>\n<mj-section>\n<mj-column>\n<mj-text>a</mj-text>\n</mj-column><mj-column></mj-column>\n</mj-section>\n</mj-wrapper>",
  "empty elements": "<mj-section></mj-section><mj-section/><mj-section>\n</mj-section>",
  "open and close of what is empty": "<mj-spacer></mj-spacer>\n<mj-divider>\n</mj-divider>",
  "capital letters": "<MJ-TEXT>a</MJ-TEXT>",
};

describe("a body that goes through the visual mode untouched", () => {
  it.each(builtInBodies())("says the same letter by letter: $name", ({ body }) => {
    expect(edited(body)).toBe(body);
  });

  it.each(Object.entries(NASTY))("says the same letter by letter with %s", (_name, body) => {
    expect(edited(body)).toBe(body);
  });

  it("says the same letter by letter, whatever it is made of", () => {
    fc.assert(
      fc.property(randomBody, (body) => {
        expect(edited(body)).toBe(body);
      }),
      { numRuns: 500 },
    );
  });

  it("is either carried whole or refused, even where it is cut off in the middle", () => {
    fc.assert(
      fc.property(randomBody, fc.nat(400), fc.nat(60), (body, from, length) => {
        const broken = body.slice(0, from) + body.slice(from + length);
        const carried = treeFromSource(broken);
        if (!carried.ok) expect(carried.line).toBeGreaterThan(0);
        else expect(sourceFromTree(carried.tree, shownFromTree(carried.tree.nodes))).toBe(broken);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a body that cannot be carried", () => {
  it.each([
    ["<mj-text>\n<p>a</p>\n", 1, "torn-tag"],
    ["<mj-text>a</mj-text>\n</mj-column>", 2, "torn-tag"],
    ["<mj-text>\n{{#if a}}</mj-text>", 2, "torn-block"],
    ["<mj-text>\n<p>a</mj-text>", 2, "torn-tag"],
    ["{{#if a}}\n<mj-text>{{/if}}", 2, "torn-tag"],
    ["<mj-text>a\n</p></mj-text>", 2, "torn-tag"],
    ["<mj-text>a</mj-text>\n{{#if a}}", 2, "torn-block"],
    ["\n\n{{/if}}", 3, "torn-block"],
    ["{{else}}", 1, "torn-block"],
    ["<mj-text>\n{{name</mj-text>", 2, "unreadable"],
    ["\n<mj-text {{#if a}}align='left'{{/if}}>a</mj-text>", 2, "unreadable"],
    ["<!-- never ends", 1, "unreadable"],
    ["<!doctype html>", 1, "unreadable"],
    [`<mj-text a="${"{{! b }} ".repeat(400)}`, 1, "unreadable"],
    [`<mj-text ${"a ".repeat(20_000)}`, 1, "unreadable"],
    [`<mj-text a="${"{{c 'd'}} ".repeat(4_000)}>`, 1, "unreadable"],
  ])("is refused with its line, and at once: %.60j", (source, line, reason) => {
    const carried = treeFromSource(source);
    expect(carried).toMatchObject({ ok: false, line, reason });
  });
});

const BODY = `<mj-text>
  <h1>Hello</h1>
</mj-text>

{{#if a}}
<mj-text mj-class="panel">
  <p>&nbsp;A</p>
</mj-text>
{{/if}}
<mj-button   href='{{links.a}}' color="#fff">Go</mj-button>
{{> signature}}
<mj-spacer height="2px" />
`;

describe("an edit in the visual mode", () => {
  it("of a colour changes that attribute alone", () => {
    const blue = (shown: ShownNode[]) =>
      shown.map((each) =>
        each.tag === "mj-button" ? { ...each, attributes: { ...each.attributes, color: "blue" } } : each,
      );
    expect(edited(BODY, blue)).toBe(BODY.replace('"#fff"', '"blue"'));
  });

  it("adds and removes an attribute where the tag ends and begins", () => {
    const change = (shown: ShownNode[]) =>
      shown.map((each) => {
        if (each.tag === "mj-spacer") return { ...each, attributes: { ...each.attributes, "css-class": 'a"b' } };
        return each.tag === "mj-button" ? { ...each, attributes: { href: "{{links.a}}" } } : each;
      });
    expect(edited(BODY, change)).toBe(
      BODY.replace(' color="#fff"', "").replace('height="2px" />', 'height="2px" css-class="a&quot;b" />'),
    );
  });

  it("moves a row with its letters, and every row keeps a line of its own", () => {
    const toTheTop = ([first, block, button, ...rest]: ShownNode[]) => [button, first, block, ...rest] as ShownNode[];
    expect(edited(BODY, toTheTop)).toBe(`${BODY.split("\n")[9]}\n${BODY.replace(`${BODY.split("\n")[9]}\n`, "")}`);
  });

  it("removes a row and its line", () => {
    const without = (shown: ShownNode[]) => shown.filter(({ tag }) => tag !== "mj-button");
    expect(edited(BODY, without)).toBe(BODY.replace(`${BODY.split("\n")[9]}\n`, ""));
  });

  it("takes a row into a block, where its end stays on a line of its own", () => {
    const into = ([first, block, button, ...rest]: ShownNode[]) =>
      [first, { ...block, children: [...(block?.children ?? []), button] }, ...rest] as ShownNode[];
    const button = `${BODY.split("\n")[9]}\n`;
    expect(edited(BODY, into)).toBe(BODY.replace(button, "").replace("{{/if}}", `${button}{{/if}}`));
  });

  it("writes new rows with the indentation of their neighbours", () => {
    const body = "<mj-section>\n    <mj-column>\n        <mj-text>a</mj-text>\n    </mj-column>\n</mj-section>";
    const image = { ...fresh("mj-image"), attributes: { src: "https://lantern.example/a.png", alt: "" } };
    const add = ([section]: ShownNode[]) => {
      const [column] = section?.children ?? [];
      const rows = [...(column?.children ?? []), fresh("mj-text", "<p>b</p>"), image];
      return [{ ...section, children: [{ ...column, children: rows }] }] as ShownNode[];
    };
    const written = `\n        <mj-text>\n          <p>b</p>\n        </mj-text>\n        <mj-image src="https://lantern.example/a.png" alt="" />`;
    expect(edited(body, add)).toBe(body.replace("a</mj-text>", `a</mj-text>${written}`));
  });

  it("writes a new section with all it holds, and it can be read again", () => {
    const section = fresh("mj-section", null, [
      fresh("mj-column", null, [fresh("mj-button", "Go")]),
      fresh("mj-column"),
    ]);
    const written = edited("", () => [section]);
    expect(written).toBe(
      "<mj-section>\n  <mj-column>\n    <mj-button>Go</mj-button>\n  </mj-column>\n  <mj-column></mj-column>\n</mj-section>",
    );
    expect(edited(written)).toBe(written);
  });
});
