import type { TemplateSource } from "../../api/schema.d.ts";

/** Unsaved text as this browser keeps it: with the revision it started from, so that a conflict is noticed later. */
export type KeptDraft = { source: TemplateSource; revision: number };

/** Two places a template: the text being written, and one that somebody gave up for another person's. */
export type KeptPlace = "draft" | "aside";

const keyOf = (name: string, place: KeptPlace) => `tastemaker-${place}:${name}`;

/** Keeps unsaved text through a closed tab, a lost connection or an ended session. */
export function keepDraft(name: string, kept: KeptDraft, place: KeptPlace = "draft"): void {
  try {
    localStorage.setItem(keyOf(name, place), JSON.stringify(kept));
  } catch {
    // Storage may be full or forbidden; the page's own warning before leaving still stands.
  }
}

export function keptDraft(name: string, place: KeptPlace = "draft"): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name, place)) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function forgetDraft(name: string, place: KeptPlace = "draft"): void {
  localStorage.removeItem(keyOf(name, place));
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null || !("source" in value) || !("revision" in value)) return false;
  const { source, revision } = value;
  return typeof revision === "number" && typeof source === "object" && source !== null && "locales" in source;
}
