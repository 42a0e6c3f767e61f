import { useCallback, useEffect, useReducer, useState } from "react";
import type { Template, TemplateSource } from "../../api/schema.d.ts";
import { type DraftState, draftAfter } from "./draft-state.ts";
import { firstDraft } from "./first-draft.ts";
import { forgetDraft, type KeptDraft, keepDraft, keptDraft } from "./kept-draft.ts";
import { useSaving } from "./use-saving.ts";

const pauseMs = { waiting: 900, failed: 5_000 } as const;

export type Draft = DraftState & {
  /** The text came from this browser, not from the server. */
  restored: boolean;
  /** Why the last save failed. */
  error: unknown;
  edit: (source: TemplateSource) => void;
  save: () => Promise<boolean>;
  keepMine: () => void;
  takeTheirs: () => void;
  /** The own text that was given up for somebody else's; it can still be had back. */
  aside: TemplateSource | null;
  forgetAside: () => void;
};

/** The text being edited: kept in this browser at every keystroke, saved to the server after a short pause. */
export function useDraft(name: string, template: Template, mayEdit: boolean): Draft {
  const [kept] = useState(() => (mayEdit ? keptDraft(name) : null));
  const [state, change] = useReducer(draftAfter, firstDraft(template, kept));
  const [error, onError] = useState<unknown>(null);
  const save = useSaving({ name, state, change, onError });
  useAutosave(state, save);
  useLeaveWarning(state.status !== "saved");

  const { revision } = state;
  const edit = useCallback(
    (source: TemplateSource) => {
      keepDraft(name, { source, revision });
      change({ type: "edited", source });
    },
    [name, revision],
  );
  const { aside, putAside, forgetAside } = useAside(name);
  const { source } = state;
  const takeTheirs = useCallback(() => {
    putAside({ source, revision });
    forgetDraft(name);
    change({ type: "took-theirs" });
  }, [name, source, revision, putAside]);
  const keepMine = useCallback(() => change({ type: "kept-mine" }), []);
  return { ...state, restored: kept !== null, error, edit, save, keepMine, takeTheirs, aside, forgetAside };
}

function useAside(name: string) {
  const [aside, setAside] = useState<TemplateSource | null>(() => keptDraft(name, "aside")?.source ?? null);
  const putAside = useCallback(
    (kept: KeptDraft) => {
      keepDraft(name, kept, "aside");
      setAside(kept.source);
    },
    [name],
  );
  const forgetAside = useCallback(() => {
    forgetDraft(name, "aside");
    setAside(null);
  }, [name]);
  return { aside, putAside, forgetAside };
}

function useAutosave({ status }: DraftState, save: () => Promise<boolean>) {
  useEffect(() => {
    if (status !== "waiting" && status !== "failed") return;
    const timer = setTimeout(() => void save(), pauseMs[status]);
    const online = () => void save();
    window.addEventListener("online", online);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", online);
    };
  }, [status, save]);
}

function useLeaveWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
