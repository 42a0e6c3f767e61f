import type { Instant } from "../platform/clock.ts";
import { type Condition, isNew } from "../platform/conditions.ts";
import { getItem, getItems, queryAll, queryPage } from "../platform/dynamo.ts";
import type { Item, Key } from "../platform/items.ts";
import type { Check, Put } from "../platform/writes.ts";
import type { CompiledContent } from "./rules/compiled-content.ts";
import type { ContentLocale } from "./rules/content-locale.ts";
import type { ContentSource } from "./rules/content-source.ts";
import type { PublishedContent, SesState } from "./rules/published-content.ts";
import type { SharedFiles } from "./rules/shared-content.ts";
import type { DesignLock, TemplateDraft, TemplateMeta, TemplateVersion } from "./rules/template-state.ts";

const LISTED = "templates";
const SHARED: Key = { pk: "template-shared", sk: "files" };

const padded = (version: number) => String(version).padStart(6, "0");
const keyOfTemplate = (name: string, sk: string): Key => ({ pk: `template#${name}`, sk });

/** The programs lie in their row as one text: as maps and lists they would be larger, and nested deeper than rows may be. */
interface CompiledRow {
  content: Omit<CompiledContent, "programs">;
  /** Absent in rows of before there were programs, which no mail is made from any more. */
  programs?: string;
  ses: SesState;
  sesTemplate: string;
}

export function readMeta(name: string): Promise<TemplateMeta | undefined> {
  return getItem<Item & TemplateMeta>(keyOfTemplate(name, "meta"));
}

export async function readDraft(name: string): Promise<TemplateDraft | undefined> {
  return draftOf(await getItem<Item & TemplateDraft>(keyOfTemplate(name, "draft")));
}

/** The draft in a row that stood in a save's way. */
export function draftOf(row: Item | undefined): TemplateDraft | undefined {
  const { source, revision, savedAt, savedBy } = (row ?? {}) as unknown as Partial<TemplateDraft>;
  return source && revision && savedAt && savedBy ? { source, revision, savedAt, savedBy } : undefined;
}

/** All publications of a template, newest first. */
export async function readVersions(name: string): Promise<TemplateVersion[]> {
  const selection = { pk: `template#${name}`, prefix: "v#", descending: true, consistent: true };
  const rows = await queryAll<Item & TemplateVersion>(selection);
  return rows.map(({ pk: _pk, sk: _sk, ...version }) => version);
}

export async function readVersionSource(name: string, version: number): Promise<ContentSource | undefined> {
  return (await getItem<Item & { source: ContentSource }>(keyOfTemplate(name, `source#${padded(version)}`)))?.source;
}

export async function readCompiled(
  name: string,
  version: number,
  locale: ContentLocale,
): Promise<PublishedContent | undefined> {
  const key = keyOfTemplate(name, `compiled#${padded(version)}#${locale}`);
  const row = await getItem<Item & CompiledRow>(key);
  if (!row?.programs) return undefined;
  const { content, programs, ses, sesTemplate } = row;
  return { content: { ...content, programs: JSON.parse(programs) }, ses, sesTemplate };
}

/** The files that all templates share; none before a programme has been applied. */
export async function readShared(): Promise<SharedFiles> {
  return (await getItem<Item & { files: SharedFiles }>(SHARED))?.files ?? {};
}

/** One page of templates by name. */
export async function listMeta(limit: number, after?: string): Promise<{ items: TemplateMeta[]; next?: string }> {
  const selection = { index: "listed", pk: LISTED, limit } as const;
  const page = await queryPage<Item>({ ...selection, ...(after ? { after } : {}) });
  const found = await getItems<Item & TemplateMeta>(page.items.map(({ pk, sk }) => ({ pk, sk })));
  const items = found.sort((a, b) => (a.name < b.name ? -1 : 1));
  return page.next ? { items, next: page.next } : { items };
}

export function sharedWrite(files: SharedFiles, at: Instant): Put {
  return { put: { ...SHARED, files, savedAt: at } };
}

/** Saves a draft, unless somebody else saved one since the revision that this one started from. */
export function draftWrite(name: string, draft: TemplateDraft): Put {
  const startedFrom = draft.revision - 1;
  return {
    put: { ...keyOfTemplate(name, "draft"), ...draft },
    onlyIf: startedFrom === 0 ? isNew : { equals: ["revision", startedFrom] },
    refusal: "draft-conflict",
  };
}

/** Who locked the design of a template, if it is locked. */
export async function readLock(name: string): Promise<DesignLock | undefined> {
  const row = await getItem<Item & DesignLock & { locked: boolean }>(keyOfTemplate(name, "lock"));
  return row?.locked ? { by: row.by, at: row.at } : undefined;
}

export function lockWrite(name: string, lock: DesignLock & { locked: boolean }): Put {
  return { put: { ...keyOfTemplate(name, "lock"), ...lock } };
}

/** Makes a change of the design depend on nobody having locked it. */
export function designUnlocked(name: string): Check {
  const onlyIf: Condition = { anyOf: [isNew, { equals: ["locked", false] }] };
  return { check: keyOfTemplate(name, "lock"), onlyIf, refusal: "design-locked" };
}

/** Makes a publication depend on the draft that was tried. */
export function draftUnchanged(name: string, revision: number): Check {
  const onlyIf: Condition = { equals: ["revision", revision] };
  return { check: keyOfTemplate(name, "draft"), onlyIf, refusal: "draft-conflict" };
}

/** Writes what is known of a template, unless a version was published since `before` was read. */
export function metaWrite(meta: TemplateMeta, before: TemplateMeta | undefined): Put {
  return {
    put: { ...keyOfTemplate(meta.name, "meta"), ...meta, listKey: LISTED, listAt: meta.name },
    onlyIf: before ? { equals: ["latestVersion", before.latestVersion] } : isNew,
    refusal: "published-meanwhile",
  };
}

/** The rows of one publication; a version is written once and never changed. */
export function versionWrites(
  name: string,
  version: TemplateVersion,
  source: ContentSource,
  contents: PublishedContent[],
): Put[] {
  const row = (sk: string, values: Record<string, unknown>): Put => ({
    put: { ...keyOfTemplate(name, sk), ...values },
    onlyIf: isNew,
    refusal: "published-meanwhile",
  });
  const number = padded(version.version);
  return [
    row(`v#${number}`, { ...version }),
    row(`source#${number}`, { source }),
    ...contents.map((published) => row(`compiled#${number}#${published.content.locale}`, compiledRow(published))),
  ];
}

function compiledRow({ content, ...ses }: PublishedContent): CompiledRow & Record<string, unknown> {
  const { programs, ...rest } = content;
  return { content: rest, programs: JSON.stringify(programs), ...ses };
}
