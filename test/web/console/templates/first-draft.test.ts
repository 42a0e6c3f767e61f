import { describe, expect, it } from "vitest";
import type { Template } from "../../../../web/api/schema.d.ts";
import { firstDraft } from "../../../../web/console/templates/first-draft.ts";

const sourceOf = (subject: string): Template["source"] => ({
  kind: "marketing",
  title: "Welcome",
  description: "",
  layout: "letter",
  variables: [],
  locales: { en: { subject, preheader: "", body: "" } },
});
const template: Template = {
  name: "welcome",
  source: sourceOf("on the server"),
  commonVariables: [],
  look: { level: "rows", elements: {}, classes: {}, around: {} },
  revision: 5,
  savedAt: "2026-11-23T14:00:00.000Z",
  savedBy: "bea@example.com",
  publishedVersion: 1,
  changed: false,
  versions: [],
  topics: [],
  lock: null,
};

describe("an editor opens", () => {
  it("with what the server holds, when this browser keeps nothing", () => {
    expect(firstDraft(template, null)).toMatchObject({ source: template.source, revision: 5, status: "saved" });
  });

  it("with unsaved text of the last visit, waiting to be saved", () => {
    const kept = { source: sourceOf("unsaved"), revision: 5 };
    expect(firstDraft(template, kept)).toMatchObject({ source: kept.source, revision: 5, status: "waiting" });
  });

  it("with a conflict, when somebody saved since that text was begun", () => {
    const kept = { source: sourceOf("unsaved"), revision: 4 };
    const { source, revision } = template;
    expect(firstDraft(template, kept)).toMatchObject({
      source: kept.source,
      revision: 4,
      status: "conflict",
      theirs: { source, revision, savedBy: "bea@example.com" },
    });
  });

  it("without a conflict, when both say the same", () => {
    const kept = { source: structuredClone(template.source), revision: 2 };
    expect(firstDraft(template, kept)).toMatchObject({ status: "saved", revision: 5 });
  });
});
