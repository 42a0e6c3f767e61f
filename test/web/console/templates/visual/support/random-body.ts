import fc from "fast-check";

const gap = fc.constantFrom("", "\n", "\n  ", "\n\n", " ", "\r\n\t");
const words = fc.constantFrom(
  "a < b",
  "Tea & cake",
  "&nbsp;",
  "{ 1 }",
  "“ü” 你好",
  "{{contact.name}}",
  "{{date a style='x}}'}}",
);
const attribute = fc.constantFrom("", ' align="left"', " color = '#fff'", " alt=\"{{a}} 'b'\"", "\n  padding='0 1px'");

const texts = fc.array(
  fc.oneof(
    words,
    words.map((each) => `<p class="x">${each}</p>`),
    words.map((each) => `{{#if a}}${each}{{else}}<br/>{{/if}}`),
    fc.constantFrom("<!-- note -->", "{{! note }}", "<ul>{{#each b}}<li>{{this}}</li>{{/each}}</ul>"),
  ),
  { maxLength: 4 },
);

const { rows } = fc.letrec<{ row: string; rows: string }>((tie) => ({
  row: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(attribute, texts).map(([own, inner]) => `<mj-text${own}>${inner.join("\n  ")}</mj-text>`),
    fc.tuple(attribute, words).map(([own, inner]) => `<mj-button href="{{c}}"${own}>${inner}</mj-button>`),
    attribute.map((own) => `<mj-image${own} />`),
    fc.constantFrom(
      "<mj-spacer/>",
      "<!-- b -->",
      "\n{{> part}}\n",
      "<mj-table><tr><td>x</td></tr></mj-table>",
      "{{!-- }} --}}",
    ),
    tie("rows").map((inner) => `{{#if a}}${inner}{{/if}}`),
    tie("rows").map((inner) => `{{#each b}}${inner}{{else}}${inner}{{/each}}`),
  ),
  rows: fc.array(fc.tuple(gap, tie("row")), { maxLength: 4 }).map((list) => list.flat().join("")),
}));

const section = fc
  .array(
    rows.map((inner) => `<mj-column>${inner}</mj-column>`),
    { maxLength: 3 },
  )
  .map((columns) => `<mj-section padding="0">\n  ${columns.join("\n  ")}\n</mj-section>`);

/** A body as anybody could have written it: rows for a column of the layout, or sections of its own. */
export const randomBody = fc.oneof(
  fc.tuple(rows, gap).map(([inner, end]) => inner + end),
  fc.array(fc.tuple(section, gap), { maxLength: 3 }).map((list) => list.flat().join("")),
);
