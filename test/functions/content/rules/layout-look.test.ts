import { describe, expect, it } from "vitest";
import { layoutLook } from "../../../../functions/content/rules/layout-look.ts";
import { smallSource } from "../support/small-content.ts";

const LETTER = `<mjml>
  <mj-head>
    <mj-raw><meta name="x"></mj-raw>
    <mj-attributes>
      <mj-all font-family="{{t 'fonts'}}" />
      <mj-text font-size="16px" color="#222" />
      <mj-class name="panel" padding="18px" />
    </mj-attributes>
  </mj-head>
  <mj-body width="600px">
    <mj-section padding="0"><mj-column><mj-text>Above</mj-text></mj-column></mj-section>
    <mj-section background-color="#fff" css-class="{{a}}">
      <mj-column>
        {{> body}}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

const words = { "locales/mail.en.json": JSON.stringify({ fonts: "Georgia, serif" }) };

describe("the look of a layout", () => {
  it("says how elements and classes are dressed, shared words put in", () => {
    const look = layoutLook(smallSource(), { ...words, "layouts/letter.mjml": LETTER });
    expect(look.elements).toEqual({
      "mj-all": { "font-family": "Georgia, serif" },
      "mj-text": { "font-size": "16px", color: "#222" },
    });
    expect(look.classes).toEqual({ panel: { padding: "18px" } });
  });

  it("says what stands around the body, without what differs from reader to reader", () => {
    const look = layoutLook(smallSource(), { ...words, "layouts/letter.mjml": LETTER });
    expect(look.level).toBe("rows");
    expect(look.around).toEqual({
      mjml: {},
      "mj-body": { width: "600px" },
      "mj-section": { "background-color": "#fff" },
      "mj-column": {},
    });
  });

  it("knows a layout whose bodies bring their own sections, and one that is absent", () => {
    const plain = layoutLook(smallSource(), {
      "layouts/letter.mjml": "<mjml><mj-body>\n{{> body}}\n</mj-body></mjml>",
    });
    expect(plain).toMatchObject({ level: "sections", around: { "mj-body": {} } });
    expect(layoutLook(smallSource(), {})).toEqual({ level: "sections", elements: {}, classes: {}, around: {} });
  });
});
