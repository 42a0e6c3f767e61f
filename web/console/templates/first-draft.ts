import type { Template } from "../../api/schema.d.ts";
import type { DraftState } from "./draft-state.ts";
import type { KeptDraft } from "./kept-draft.ts";

/** The state an editor opens in: text this browser still keeps unsaved comes before what the server holds. */
export function firstDraft(template: Template, kept: KeptDraft | null): DraftState {
  const { source, revision, savedAt } = template;
  const clean: DraftState = { source, revision, savedAt, status: "saved", theirs: null };
  if (!kept || same(kept.source, source)) return clean;
  if (kept.revision === revision) return { ...clean, source: kept.source, status: "waiting" };
  const theirs = { source, revision, savedAt: savedAt ?? "", savedBy: template.savedBy ?? "" };
  return { ...clean, source: kept.source, revision: kept.revision, status: "conflict", theirs };
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
