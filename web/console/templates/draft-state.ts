import type { TemplateDraft, TemplateSource } from "../../api/schema.d.ts";

/** Where the text on the screen stands towards what the server holds. */
export type DraftStatus = "saved" | "waiting" | "saving" | "failed" | "conflict";

export type DraftState = {
  source: TemplateSource;
  /** The revision this text started from; the server refuses it once somebody else has saved. */
  revision: number;
  status: DraftStatus;
  savedAt: string | null;
  /** What somebody else saved meanwhile, while a conflict stands. */
  theirs: TemplateDraft | null;
};

export type DraftChange =
  | { type: "edited"; source: TemplateSource }
  | { type: "saving" }
  | { type: "saved"; source: TemplateSource; revision: number; savedAt: string }
  | { type: "refused"; theirs: TemplateDraft }
  | { type: "failed" }
  | { type: "kept-mine" }
  | { type: "took-theirs" };

/** The next state of a draft. Whatever happens, the text on the screen changes only by the person's own act. */
export function draftAfter(state: DraftState, change: DraftChange): DraftState {
  switch (change.type) {
    case "edited":
      return { ...state, source: change.source, status: state.status === "conflict" ? "conflict" : "waiting" };
    case "saving":
      return { ...state, status: "saving" };
    case "saved":
      return savedState(state, change);
    case "refused":
      return { ...state, status: "conflict", theirs: change.theirs };
    case "failed":
      return { ...state, status: "failed" };
    case "kept-mine":
      return settled(state, state.source, "waiting");
    case "took-theirs":
      return settled(state, state.theirs?.source ?? state.source, "saved");
  }
}

function savedState(state: DraftState, saved: Extract<DraftChange, { type: "saved" }>): DraftState {
  // Typing went on while the request was under way: that text still waits.
  const status = state.source === saved.source ? "saved" : "waiting";
  return { ...state, status, revision: saved.revision, savedAt: saved.savedAt };
}

function settled(state: DraftState, source: TemplateSource, status: DraftStatus): DraftState {
  const { theirs } = state;
  if (!theirs) return state;
  return { ...state, source, status, revision: theirs.revision, savedAt: theirs.savedAt, theirs: null };
}
