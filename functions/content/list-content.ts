import { draftState, type TemplateMeta } from "./rules/template-state.ts";
import { listMeta } from "./store.ts";

export interface ContentSummary {
  name: string;
  title: TemplateMeta["title"];
  kind: TemplateMeta["kind"];
  publishedVersion: number | null;
  draftState: ReturnType<typeof draftState>;
  updatedAt: string;
  updatedBy: string;
}

/** One page of all templates by name, with what is published and what is still a draft. */
export async function listContent(limit: number, after?: string): Promise<{ items: ContentSummary[]; next?: string }> {
  const page = await listMeta(limit, after);
  return { ...page, items: page.items.map(summaryOf) };
}

function summaryOf(meta: TemplateMeta): ContentSummary {
  const { name, title, kind, publishedVersion = null, updatedAt, updatedBy } = meta;
  return { name, title, kind, publishedVersion, draftState: draftState(meta), updatedAt, updatedBy };
}
