import type { ContentLocale } from "./content-locale.ts";
import type { ContentSource } from "./content-source.ts";
import { hashOf, type TemplateMeta, type TemplateVersion } from "./template-state.ts";

export interface Publication {
  before: Omit<TemplateMeta, "title" | "kind" | "updatedAt" | "updatedBy">;
  source: ContentSource;
  sharedHash: string;
  locales: ContentLocale[];
  by: string;
  at: string;
  rolledBackFrom?: number;
}

/** The next version of a template and what is known of the template once it is published. */
export function versionUpdate(publication: Publication): { meta: TemplateMeta; version: TemplateVersion } {
  const { before, source, sharedHash, locales, by, at, rolledBackFrom } = publication;
  const number = before.latestVersion + 1;
  const meta: TemplateMeta = {
    ...before,
    title: source.title,
    kind: source.kind,
    publishedVersion: number,
    publishedLocales: locales,
    publishedHash: hashOf(source),
    sharedHash,
    latestVersion: number,
    updatedAt: at,
    updatedBy: by,
  };
  const version: TemplateVersion = { version: number, publishedAt: at, publishedBy: by, locales };
  return { meta, version: rolledBackFrom === undefined ? version : { ...version, rolledBackFrom } };
}
