import { createHash } from "node:crypto";
import type { ContentLocale } from "./content-locale.ts";
import type { ContentSource } from "./content-source.ts";
import { PROGRAM_FORM } from "./program.ts";
import type { SharedFiles } from "./shared-content.ts";

/** What is known of a template without reading its texts. */
export interface TemplateMeta {
  name: string;
  title: ContentSource["title"];
  kind: ContentSource["kind"];
  /** The version that mails are made from; absent until the first publication. */
  publishedVersion?: number;
  publishedLocales?: ContentLocale[];
  /** Of the published source and of the shared files it was compiled with. */
  publishedHash?: string;
  sharedHash?: string;
  /** The highest version ever made; 0 when there is none. */
  latestVersion: number;
  draftHash?: string;
  updatedAt: string;
  updatedBy: string;
}

/** The working copy of a template; each save makes the next revision. */
export interface TemplateDraft {
  source: ContentSource;
  revision: number;
  savedAt: string;
  savedBy: string;
}

/** One publication, without its texts. */
export interface TemplateVersion {
  version: number;
  publishedAt: string;
  publishedBy: string;
  rolledBackFrom?: number;
  locales: ContentLocale[];
}

/** Who said that only the fields of a template may be changed, and since when. */
export interface DesignLock {
  by: string;
  at: string;
}

/** Whether a template has edits that nobody has published yet. */
export function draftState(meta: TemplateMeta): "none" | "changed" | "never-published" {
  if (meta.publishedVersion === undefined) {
    return "never-published";
  }
  return meta.draftHash === undefined || meta.draftHash === meta.publishedHash ? "none" : "changed";
}

/** A fingerprint of a source or of the shared files: equal texts, equal hash. */
export function hashOf(content: ContentSource | SharedFiles): string {
  return createHash("sha256").update(canonical(content)).digest("hex");
}

/** A fingerprint of what templates are compiled with: the files they share, and the form that programs have. */
export function sharedHashOf(shared: SharedFiles): string {
  return hashOf({ ...shared, form: String(PROGRAM_FORM) });
}

/** JSON with sorted keys, so that the order in which something was written down does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
