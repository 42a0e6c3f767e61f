import { describe, expect, it } from "vitest";
import { fieldLabel } from "../../../../../web/console/templates/fields/field-label.ts";
import {
  asItems,
  asLine,
  asLink,
  asPicture,
  fillingsAfter,
} from "../../../../../web/console/templates/fields/field-values.ts";

describe("what is filled in", () => {
  it("is kept by the name of its field", () => {
    expect(fillingsAfter({ a: "one" }, "b", "two", "design")).toEqual({ a: "one", b: "two" });
  });

  it("is left to the design when it says the same", () => {
    const design = { words: "Start", href: "{{links.start}}" };
    expect(fillingsAfter({ a: "one", b: "two" }, "b", { ...design }, design)).toEqual({ a: "one" });
  });

  it("of another kind than its field is shown as nothing", () => {
    expect(asLine({ items: [] })).toBe("");
    expect(asPicture("words")).toEqual({ src: "", alt: "" });
    expect(asLink({ src: "x", alt: "y" })).toEqual({ words: "", href: "" });
    expect(asItems(undefined)).toEqual([]);
  });
});

describe("the label of a field", () => {
  const said = (en: string, chinese: string) => ({ en, "zh-CN": chinese });
  const base = { hint: said("", ""), most: null, optional: false, design: "" };
  const title = { ...base, name: "title", kind: "line" as const, label: said("Title", "标题") };
  const stories = { ...base, name: "stories", kind: "list" as const, label: said("Stories", "故事"), fields: [title] };

  it("is what the design calls it, in the language of the reader", () => {
    expect(fieldLabel("stories", [stories], "en")).toBe("Stories");
    expect(fieldLabel("stories/1/title", [stories], "zh-CN")).toBe("故事 · 2 · 标题");
  });

  it("is its name where the design has no such field", () => {
    expect(fieldLabel("gone", [stories], "en")).toBe("gone");
  });
});
