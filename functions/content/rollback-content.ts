import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import { CONTENT_LOCALES } from "./rules/content-locale.ts";
import type { ContentSource } from "./rules/content-source.ts";
import type { PublishedContent } from "./rules/published-content.ts";
import { draftState, type TemplateDraft, type TemplateMeta } from "./rules/template-state.ts";
import { versionUpdate } from "./rules/version-update.ts";
import {
  draftUnchanged,
  draftWrite,
  metaWrite,
  readCompiled,
  readDraft,
  readMeta,
  readVersionSource,
  versionWrites,
} from "./store.ts";

export interface RollbackContent {
  name: string;
  /** The earlier version to publish again. */
  version: number;
  by: string;
  at: Instant;
  alongside?: Write[];
}

export type RolledBack =
  | { ok: true; version: number }
  | { ok: false; reason: "not-found" | "draft-conflict" | "published-meanwhile" };

/**
 * Publishes an earlier version again, exactly as it was compiled then. Unpublished edits stay in the draft; a draft
 * without any follows what is published.
 */
export async function rollbackContent(request: RollbackContent): Promise<RolledBack> {
  const { name, by, at, alongside = [] } = request;
  const [before, draft, source] = await Promise.all([
    readMeta(name),
    readDraft(name),
    readVersionSource(name, request.version),
  ]);
  const contents = await compiledOf(name, request.version);
  if (!before || !source || contents.length === 0) {
    return { ok: false, reason: "not-found" };
  }
  const locales = contents.map(({ content }) => content.locale);
  const sharedHash = before.sharedHash ?? "";
  const next = versionUpdate({ before, source, sharedHash, locales, by, at, rolledBackFrom: request.version });
  const follow = followDraft(next.meta, before, draft, source, { by, at });
  const done = await commit([
    ...follow.writes,
    metaWrite(follow.meta, before),
    ...versionWrites(name, next.version, source, contents),
    ...alongside,
  ]);
  if (done.ok) {
    return { ok: true, version: next.version.version };
  }
  return { ok: false, reason: done.reason === "draft-conflict" ? "draft-conflict" : "published-meanwhile" };
}

async function compiledOf(name: string, version: number): Promise<PublishedContent[]> {
  const found = await Promise.all(CONTENT_LOCALES.map((locale) => readCompiled(name, version, locale)));
  return found.filter((published) => published !== undefined);
}

function followDraft(
  meta: TemplateMeta,
  before: TemplateMeta,
  draft: TemplateDraft | undefined,
  source: ContentSource,
  { by, at }: { by: string; at: Instant },
): { meta: TemplateMeta; writes: Write[] } {
  if (draft && draftState(before) !== "none") {
    return { meta, writes: [draftUnchanged(meta.name, draft.revision)] };
  }
  const next: TemplateDraft = { source, revision: (draft?.revision ?? 0) + 1, savedAt: at, savedBy: by };
  const followed = meta.publishedHash ? { ...meta, draftHash: meta.publishedHash } : meta;
  return { meta: followed, writes: [draftWrite(meta.name, next)] };
}
