import { describe, expect, it } from "vitest";
import type { TemplateSource } from "../../../../web/api/schema.d.ts";
import { type DraftState, draftAfter } from "../../../../web/console/templates/draft-state.ts";

const source = (subject: string): TemplateSource => ({
  kind: "marketing",
  title: "Welcome",
  description: "",
  layout: "letter",
  variables: [],
  locales: { en: { subject, preheader: "", body: "" } },
});
const saved: DraftState = { source: source("a"), revision: 3, status: "saved", savedAt: null, theirs: null };
const theirs = {
  source: source("theirs"),
  revision: 4,
  savedAt: "2026-11-23T14:00:00.000Z",
  savedBy: "bea@example.com",
};

describe("a draft", () => {
  it("waits to be saved as soon as it is edited", () => {
    expect(draftAfter(saved, { type: "edited", source: source("b") })).toMatchObject({
      status: "waiting",
      revision: 3,
    });
  });

  it("is saved when the server holds exactly what is on the screen", () => {
    const typed = source("b");
    const edited = draftAfter(saved, { type: "edited", source: typed });
    const after = draftAfter(edited, { type: "saved", source: typed, revision: 4, savedAt: "now" });
    expect(after).toMatchObject({ status: "saved", revision: 4, savedAt: "now" });
  });

  it("still waits when typing went on while the save was under way", () => {
    const sent = source("b");
    const edited = draftAfter(saved, { type: "edited", source: sent });
    const typedOn = draftAfter(draftAfter(edited, { type: "saving" }), { type: "edited", source: source("bc") });
    const after = draftAfter(typedOn, { type: "saved", source: sent, revision: 4, savedAt: "now" });
    expect(after).toMatchObject({ status: "waiting", revision: 4, source: source("bc") });
  });

  it("keeps the text on the screen when somebody else has saved, and goes on keeping it while one types", () => {
    const refused = draftAfter({ ...saved, source: source("mine") }, { type: "refused", theirs });
    expect(refused).toMatchObject({ status: "conflict", source: source("mine"), theirs });
    const typedOn = draftAfter(refused, { type: "edited", source: source("mine too") });
    expect(typedOn).toMatchObject({ status: "conflict", source: source("mine too"), revision: 3 });
  });

  it("is saved over the other text when the person keeps the own one", () => {
    const refused = draftAfter({ ...saved, source: source("mine") }, { type: "refused", theirs });
    const kept = draftAfter(refused, { type: "kept-mine" });
    expect(kept).toMatchObject({ status: "waiting", revision: 4, source: source("mine"), theirs: null });
  });

  it("becomes the other text when the person takes theirs", () => {
    const refused = draftAfter({ ...saved, source: source("mine") }, { type: "refused", theirs });
    const taken = draftAfter(refused, { type: "took-theirs" });
    expect(taken).toMatchObject({ status: "saved", revision: 4, source: source("theirs"), theirs: null });
  });
});
