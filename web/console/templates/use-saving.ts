import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import type { TemplateDraft } from "../../api/schema.d.ts";
import { problemOf } from "../data/request-problem.ts";
import { saveTemplateDraft } from "../data/templates.ts";
import type { DraftChange, DraftState } from "./draft-state.ts";
import { forgetDraft, keptDraft } from "./kept-draft.ts";

type Saving = {
  name: string;
  state: DraftState;
  change: (change: DraftChange) => void;
  onError: (error: unknown) => void;
};

/** Saves the draft as it stands; one request at a time, true once the server holds the text it was called for. */
export function useSaving({ name, state, change, onError }: Saving): () => Promise<boolean> {
  const queries = useQueryClient();
  const running = useRef<Promise<boolean> | null>(null);
  const { source, revision, status } = state;
  return useCallback(() => {
    if (status === "saved" || status === "conflict") return Promise.resolve(status === "saved");
    running.current ??= saveOnce({ name, source, revision, change, onError }).finally(() => {
      running.current = null;
      void queries.invalidateQueries({ queryKey: ["templates"], exact: true });
    });
    return running.current;
  }, [name, source, revision, status, change, onError, queries]);
}

type Once = Pick<DraftState, "source" | "revision"> & Omit<Saving, "state">;

async function saveOnce({ name, source, revision, change, onError }: Once): Promise<boolean> {
  change({ type: "saving" });
  try {
    const saved = await saveTemplateDraft(name, { revision, source });
    change({ type: "saved", source, ...saved });
    if (JSON.stringify(keptDraft(name)?.source) === JSON.stringify(source)) forgetDraft(name);
    return true;
  } catch (error) {
    onError(error);
    const theirs = theirsOf(error);
    change(theirs ? { type: "refused", theirs } : { type: "failed" });
    return false;
  }
}

function theirsOf(error: unknown): TemplateDraft | null {
  const problem = problemOf(error);
  return problem?.status === 409 && "theirs" in problem ? (problem.theirs as TemplateDraft) : null;
}
