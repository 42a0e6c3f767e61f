import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import { keepInSes } from "./keep-in-ses.ts";
import type { ContentProblem } from "./rules/content-problem.ts";
import type { ContentSource } from "./rules/content-source.ts";
import type { GateVerdict } from "./rules/publish-gate.ts";
import type { SharedFiles } from "./rules/shared-content.ts";
import { draftState, hashOf, sharedHashOf, type TemplateMeta } from "./rules/template-state.ts";
import { versionUpdate } from "./rules/version-update.ts";
import { draftWrite, metaWrite, readDraft, readMeta, sharedWrite, versionWrites } from "./store.ts";

export interface ApplyEmailFiles {
  /** Texts by their path under templates/. */
  files: Readonly<Record<string, string>>;
  by: string;
  at: Instant;
  /** The topics that the brand declares; left out, nobody checks which ones templates name. */
  topics?: readonly string[];
}

export type AppliedEmails =
  | { ok: true; applied: string[] }
  | { ok: false; reason: "gate-refused"; problems: (ContentProblem & { template: string })[] }
  | { ok: false; reason: "draft-conflict" | "published-meanwhile" };

type Ready = { name: string; source: ContentSource; verdict: GateVerdict; before: TemplateMeta | undefined };

/** Publishes the templates of a programme folder that changed; when one of them would be refused, none is. */
export async function applyEmailFiles({ files, by, at, topics }: ApplyEmailFiles): Promise<AppliedEmails> {
  const [{ readEmailFiles }, { strayTopic }, { isPublishable, passGate }] = await Promise.all([
    import("./rules/read-email-files.ts"),
    import("./rules/stray-topic.ts"),
    import("./rules/publish-gate.ts"),
  ]);
  const { sources, shared, problems } = readEmailFiles(files);
  for (const { name, source } of sources) {
    problems.push(...strayTopic(source, topics).map((each) => ({ ...each, template: name })));
  }
  const sharedHash = sharedHashOf(shared);
  const ready: Ready[] = [];
  for (const { name, source } of sources) {
    const before = await readMeta(name);
    if (before?.publishedHash !== hashOf(source) || before.sharedHash !== sharedHash) {
      const verdict = await passGate(source, shared);
      ready.push({ name, source, verdict, before });
      const errors = isPublishable(verdict) ? [] : verdict.problems;
      problems.push(...errors.map((each) => ({ ...each, template: name })));
    }
  }
  if (problems.length > 0) {
    return { ok: false, reason: "gate-refused", problems };
  }
  return publishAll(ready, shared, sharedHash, { by, at });
}

async function publishAll(
  ready: Ready[],
  shared: SharedFiles,
  sharedHash: string,
  act: { by: string; at: Instant },
): Promise<AppliedEmails> {
  if (ready.length > 0) {
    await commit([sharedWrite(shared, act.at)]);
  }
  for (const { name, source, verdict, before } of ready) {
    const locales = verdict.contents.map((content) => content.locale);
    const known = before ?? { name, latestVersion: 0 };
    const { meta, version } = versionUpdate({ before: known, source, sharedHash, locales, ...act });
    const follow = await followDraft(meta, before, source, act);
    const versionRows = versionWrites(name, version, source, await keepInSes(verdict.contents));
    const done = await commit([metaWrite(follow.meta, before), ...versionRows, ...follow.writes]);
    if (!done.ok) {
      return { ok: false, reason: done.reason === "draft-conflict" ? "draft-conflict" : "published-meanwhile" };
    }
  }
  return { ok: true, applied: ready.map(({ name }) => name) };
}

/** A draft with edits that nobody published is the marketer's own; any other follows the files. */
async function followDraft(
  meta: TemplateMeta,
  before: TemplateMeta | undefined,
  source: ContentSource,
  { by, at }: { by: string; at: Instant },
) {
  const draft = await readDraft(meta.name);
  if (draft && before && draftState(before) !== "none") {
    return { meta, writes: [] };
  }
  const next = { source, revision: (draft?.revision ?? 0) + 1, savedAt: at, savedBy: by };
  return { meta: { ...meta, draftHash: hashOf(source) }, writes: [draftWrite(meta.name, next)] };
}
