import type { Instant } from "../platform/clock.ts";
import { commit } from "../platform/commit.ts";
import type { Write } from "../platform/writes.ts";
import { keepInSes } from "./keep-in-ses.ts";
import type { ContentProblem } from "./rules/content-problem.ts";
import { sharedHashOf, type TemplateDraft } from "./rules/template-state.ts";
import { versionUpdate } from "./rules/version-update.ts";
import { draftUnchanged, metaWrite, readDraft, readMeta, readShared, versionWrites } from "./store.ts";

export interface PublishContent {
  name: string;
  /** The revision of the draft that the person saw. */
  revision: number;
  by: string;
  at: Instant;
  alongside?: Write[];
}

export type Published =
  | { ok: true; version: number; advice: ContentProblem[] }
  | { ok: false; reason: "not-found" | "published-meanwhile" }
  | { ok: false; reason: "draft-conflict"; theirs: TemplateDraft | undefined }
  | { ok: false; reason: "gate-refused"; problems: ContentProblem[] };

/** Publishes the draft as the next version, if the gate lets it pass; all of its rows appear at once. */
export async function publishContent(request: PublishContent): Promise<Published> {
  const { name, revision, by, at, alongside = [] } = request;
  const [draft, before, shared] = await Promise.all([readDraft(name), readMeta(name), readShared()]);
  if (!draft || !before) {
    return { ok: false, reason: "not-found" };
  }
  if (draft.revision !== revision) {
    return { ok: false, reason: "draft-conflict", theirs: draft };
  }
  // Loaded here, with the compiler, so that nobody else waits for it.
  const { isPublishable, passGate } = await import("./rules/publish-gate.ts");
  const verdict = await passGate(draft.source, shared);
  if (!isPublishable(verdict)) {
    return { ok: false, reason: "gate-refused", problems: verdict.problems };
  }
  const contents = await keepInSes(verdict.contents);
  const locales = verdict.contents.map((content) => content.locale);
  const sharedHash = sharedHashOf(shared);
  const { meta, version } = versionUpdate({ before, source: draft.source, sharedHash, locales, by, at });
  const done = await commit([
    draftUnchanged(name, revision),
    metaWrite(meta, before),
    ...versionWrites(name, version, draft.source, contents),
    ...alongside,
  ]);
  return done.ok ? { ok: true, version: version.version, advice: verdict.problems } : refusal(done.reason, name);
}

async function refusal(reason: string, name: string): Promise<Published> {
  if (reason === "draft-conflict") {
    return { ok: false, reason, theirs: await readDraft(name) };
  }
  return { ok: false, reason: "published-meanwhile" };
}
