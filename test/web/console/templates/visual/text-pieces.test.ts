import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  editedText,
  shownHtml,
  type TextPiece,
  textPieces,
  typed,
} from "../../../../../web/console/templates/visual/text-pieces.ts";
import { builtInBodies } from "./support/built-in-bodies.ts";

/** The pieces of a text that can be written in on the canvas. */
function piecesOf(text: string): TextPiece[] {
  return textPieces(text) ?? expect.unreachable(`${text} can only be changed as code`);
}

/** What a browser would hand back after words were put at a place: it knows what is meant, not how it was written. */
function withWords(text: string, at: number, words: string, without = 0): TextPiece[] {
  const asRead = piecesOf(text).map((piece) => (piece.kind === "character" ? typed(piece.key) : piece));
  return asRead.toSpliced(at, without, ...[...words].map(typed));
}

const some = fc
  .array(
    fc.constantFrom(
      "a",
      " ",
      "&amp;",
      "&nbsp;",
      "&#8212;",
      "&zwnj;",
      "< ",
      "\r\n",
      "{{b}}",
      "{{#if c}}",
      "<br/>",
      "<p class='d'>",
      "</p>",
      "你",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("a text on the canvas", () => {
  it("consists of pieces that are the text again, in every built-in email", () => {
    const texts = builtInBodies().flatMap(({ body }) => [...body.matchAll(/<mj-text[^>]*>([\s\S]*?)<\/mj-text>/g)]);
    expect(texts.length).toBeGreaterThan(60);
    for (const [, text = ""] of texts)
      expect(
        piecesOf(text)
          .map(({ raw }) => raw)
          .join(""),
      ).toBe(text);
  });

  it("that comes back as it was keeps every letter", () => {
    fc.assert(
      fc.property(some, (text) => {
        expect(editedText(piecesOf(text), withWords(text, 0, ""))).toBe(text);
      }),
    );
  });

  // A bare sign right before what somebody wrote is escaped, or it would begin a tag with it.
  const signed = (head: string) =>
    head.replace(/[<&](?:[\w#]*[<&])*(?=[\w#]*$)/, (signs) => signs.replace(/[<&]/g, (sign) => typed(sign).raw));

  it("never makes a tag of a bare sign and what is written behind it", () => {
    expect(editedText(piecesOf("a < b"), withWords("a < b", 3, "script"))).toBe("a &lt;script b");
    expect(editedText(piecesOf("a &lt; b"), withWords("a &lt; b", 3, "i"))).toBe("a &lt;i b");
  });

  it("changes only where somebody wrote", () => {
    fc.assert(
      fc.property(some, fc.nat(12), fc.constantFrom("x", "x & y", "<script>", "好"), (text, place, words) => {
        const pieces = piecesOf(text);
        const at = Math.min(place, pieces.length);
        const raw = (part: TextPiece[]) => part.map((piece) => piece.raw).join("");
        const written = raw([...words].map(typed));
        expect(editedText(pieces, withWords(text, at, words))).toBe(
          signed(raw(pieces.slice(0, at))) + written + raw(pieces.slice(at)),
        );
      }),
    );
  });

  it("takes the blanks that browsers make unbreakable for blanks, and keeps those that were so before", () => {
    expect(editedText(piecesOf("<p>a</p>"), withWords("<p>a</p>", 2, "\u00a0b"))).toBe("<p>a b</p>");
    expect(editedText(piecesOf("a&nbsp;b"), withWords("a&nbsp;b", 0, "c\u00a0d", 3))).toBe("c&nbsp;d");
  });

  it("gives a new paragraph a line of its own where the others have one", () => {
    const before = piecesOf("\n  <p>a</p>\n");
    const open: TextPiece = { kind: "open", key: "<p>", raw: "<p>", name: "p" };
    const close: TextPiece = { kind: "close", key: "</p>", raw: "</p>", name: "p" };
    const after = before.toSpliced(6, 0, open, typed("b"), close);
    expect(editedText(before, after)).toBe("\n  <p>a</p>\n  <p>b</p>\n");
  });

  it.each([
    "<table><tr><td>a</td></tr></table>",
    "<script>a</script>",
    "<style>a</style>",
    "<center>a</center>",
    "{{a",
  ])("is not offered for writing where a browser would make something else of it: %s", (text) =>
    expect(textPieces(text)).toBeNull(),
  );

  it("is shown without anything that could run, load or lead anywhere", () => {
    const text = `<p onclick="a()" class="x y" style="color:#123">b</p><a href="javascript:c()">d</a><img src="https://e.example/f.png"><p style="background:url(https://g.example)" class='"><script>'>h</p>{{i "<b>"}}`;
    const shown = shownHtml(piecesOf(text), () => "<held>");
    const tags = [...shown.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag.replace(/ data-raw="[^"]*"/, ""));
    expect(tags).toEqual([
      '<p class="x y" style="color:#123">',
      "<a>",
      '<span class="held" contenteditable="false">',
      "<p>",
      '<span class="held" contenteditable="false">',
    ]);
    expect(shown.replace(/ data-raw="[^"]*"/g, "")).toContain("&lt;held&gt;");
  });
});
