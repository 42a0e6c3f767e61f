import { describe, expect, it } from "vitest";
import { previewDocument } from "../../../../web/console/templates/preview-document.ts";

const html =
  "<style>@media (prefers-color-scheme: dark){p{color:#fff}} @media screen and (prefers-color-scheme:light){p{color:#000}}</style>";

describe("a preview", () => {
  it("in dark answers the mail's question for dark colours with yes and the one for light with no", () => {
    const shown = previewDocument(html, "dark");
    expect(shown).toContain("@media (min-width: 0px){p{color:#fff}}");
    expect(shown).toContain("@media screen and (max-width: 0px){p{color:#000}}");
  });

  it("in light does the contrary", () => {
    expect(previewDocument(html, "light")).toContain("@media (max-width: 0px){p{color:#fff}}");
  });

  it("asks no question of its own", () => {
    expect(previewDocument(html, "dark")).not.toContain("prefers-color-scheme");
  });
});
