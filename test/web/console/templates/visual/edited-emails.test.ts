import { describe, expect, it } from "vitest";
import type { ContentSource } from "../../../../../functions/content/rules/content-source.ts";
import { isPublishable, passGate } from "../../../../../functions/content/rules/publish-gate.ts";
import { readEmailFiles } from "../../../../../functions/content/rules/read-email-files.ts";
import {
  type ShownNode,
  shownFromTree,
  sourceFromTree,
} from "../../../../../web/console/templates/visual/source-from-tree.ts";
import { editedText, textPieces, typed } from "../../../../../web/console/templates/visual/text-pieces.ts";
import { treeFromSource } from "../../../../../web/console/templates/visual/tree-from-source.ts";
import { emailFolder } from "../../../../emails/email-folder.ts";

const { sources, shared } = readEmailFiles(emailFolder());

const fresh = (tag: string, attributes: Record<string, string>, text: string | null = null): ShownNode => ({
  id: null,
  tag,
  attributes,
  text,
  children: [],
});

/** What a marketer does on the canvas: other words, another colour, a moved row, and one new row of each kind. */
function changed(shown: ShownNode[]): ShownNode[] {
  const [first, ...others] = shown.map((each) => {
    if (each.tag === "mj-button") return { ...each, attributes: { ...each.attributes, "background-color": "#1d6a64" } };
    const pieces = textPieces(each.text ?? "");
    const at = pieces?.findIndex(({ kind, key }) => kind === "character" && key.trim() !== "") ?? -1;
    if (!pieces || at < 0) return each;
    return { ...each, text: editedText(pieces, pieces.toSpliced(at, 0, ...[..."“Neu” & "].map(typed))) };
  });
  const image = fresh("mj-image", { src: "https://lantern.example/a.png", alt: "" });
  const button = fresh("mj-button", { href: "https://lantern.example/" }, "Look");
  const rows = [fresh("mj-text", {}, "<p>A new word</p>"), button, image, fresh("mj-divider", {})];
  return [...others, ...rows, ...(first ? [first] : [])];
}

function changedBody(body: string): string {
  const carried = treeFromSource(body);
  if (!carried.ok) return expect.unreachable(`line ${carried.line}: ${carried.reason}`);
  return sourceFromTree(carried.tree, changed(shownFromTree(carried.tree.nodes)));
}

describe("a built-in email after edits on the canvas", () => {
  it.each(sources.map(({ name, source }) => [name, source] as const))(
    "passes the publish gate: %s",
    async (_name, source) => {
      const locales = Object.entries(source.locales).map(([locale, text]) => {
        const body = changedBody(text.body);
        // Every line that nobody touched is still there, letter by letter.
        const kept = text.body.split("\n").filter((line) => body.split("\n").includes(line));
        expect(kept.length).toBeGreaterThan(text.body.split("\n").length / 2);
        expect(body).toContain("“Neu” &amp; ");
        return [locale, { ...text, body }] as const;
      });
      const edited: ContentSource = { ...source, locales: Object.fromEntries(locales) as ContentSource["locales"] };
      const verdict = await passGate(edited, shared);
      expect(verdict.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(isPublishable(verdict)).toBe(true);
      expect(verdict.contents.length).toBe(locales.length);
    },
  );
});
