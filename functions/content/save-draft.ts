import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import type { ContentSource } from "./rules/content-source.ts";
import { designChanged } from "./rules/design-changed.ts";
import { hashOf, type TemplateDraft, type TemplateMeta } from "./rules/template-state.ts";
import { designUnlocked, draftOf, draftWrite, metaWrite, readDraft, readMeta } from "./store.ts";

export interface SaveDraft {
  name: string;
  /** The revision that the editing started from; 0 for a new template. */
  revision: number;
  source: ContentSource;
  by: string;
  at: Instant;
  /** Rows of other nouns that belong to the same act, such as the audit row. */
  alongside?: Write[];
}

export type SavedDraft =
  | ({ ok: true } & TemplateDraft)
  | { ok: false; reason: "draft-conflict"; theirs: TemplateDraft | undefined }
  | { ok: false; reason: "published-meanwhile" | "design-locked" };

/**
 * Keeps an edited source. An unfinished template may be saved, because it is text until the gate has passed it; when
 * two people edit, the second is shown what the first saved, and loses nothing.
 */
export async function saveDraft({ name, revision, source, by, at, alongside = [] }: SaveDraft): Promise<SavedDraft> {
  const draft: TemplateDraft = { source, revision: revision + 1, savedAt: at, savedBy: by };
  const [before, kept] = await Promise.all([readMeta(name), readDraft(name)]);
  // Words may be filled in whatever becomes of the lock; only what changes the design depends on it.
  const unlocked = kept && !designChanged(kept.source, source) ? [] : [designUnlocked(name)];
  const meta: TemplateMeta = {
    ...(before ?? { name, latestVersion: 0 }),
    title: source.title,
    kind: source.kind,
    draftHash: hashOf(source),
    updatedAt: at,
    updatedBy: by,
  };
  const done = await commit([draftWrite(name, draft), metaWrite(meta, before), ...unlocked, ...alongside]);
  if (done.ok) {
    return { ok: true, ...draft };
  }
  if (done.reason === "draft-conflict") {
    return { ok: false, reason: "draft-conflict", theirs: draftOf(done.existing) };
  }
  return { ok: false, reason: done.reason === "design-locked" ? done.reason : "published-meanwhile" };
}
