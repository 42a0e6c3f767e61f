import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineDifferences } from "../../../../web/console/templates/line-differences.ts";

describe("comparing two texts", () => {
  it("marks the lines that the other text lacks, and only those", () => {
    const marked = lineDifferences("a\nb\nc", "a\nx\nc").filter(({ differs }) => differs);
    expect(marked).toEqual([{ text: "b", differs: true }]);
  });

  it("finds an inserted line without marking what follows it", () => {
    expect(lineDifferences("a\nnew\nb\nc", "a\nb\nc").map(({ differs }) => differs)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it("loses no line, and leaves the same lines unmarked on both sides", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const [own, other] = [lineDifferences(mine, theirs), lineDifferences(theirs, mine)];
        expect(own.map((line) => line.text).join("\n")).toBe(mine);
        const same = (lines: typeof own) => lines.filter(({ differs }) => !differs).length;
        expect(same(own)).toBe(same(other));
      }),
    );
  });
});
