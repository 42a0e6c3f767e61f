import type { ContentSource } from "./rules/content-source.ts";
import { type LayoutLook, layoutLook } from "./rules/layout-look.ts";
import { type DesignLock, draftState, type TemplateVersion } from "./rules/template-state.ts";
import { readDraft, readLock, readMeta, readShared, readVersions } from "./store.ts";

export interface ContentInWork {
  name: string;
  source: ContentSource;
  revision: number;
  savedAt: string;
  savedBy: string;
  publishedVersion: number | null;
  /** Whether the draft says anything else than what is published. */
  changed: boolean;
  /** How its layout dresses it. */
  look: LayoutLook;
  versions: TemplateVersion[];
  /** Present while only fields and header lines may be changed. */
  lock: DesignLock | undefined;
}

/** One template as an editor needs it: its draft and its history, newest first. */
export async function readContent(name: string): Promise<ContentInWork | undefined> {
  const [meta, draft, versions, shared, lock] = await Promise.all([
    readMeta(name),
    readDraft(name),
    readVersions(name),
    readShared(),
    readLock(name),
  ]);
  if (!meta || !draft) {
    return undefined;
  }
  return {
    name,
    ...draft,
    publishedVersion: meta.publishedVersion ?? null,
    changed: draftState(meta) !== "none",
    look: layoutLook(draft.source, shared),
    versions,
    lock,
  };
}
