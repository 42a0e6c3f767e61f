import type { Brand } from "../../brand/rules/brand.ts";
import type { ContentInWork } from "../../content/read-content.ts";
import { commonVariables } from "../../content/rules/common-variables.ts";
import type { Template } from "../routes/console-templates.ts";

/** A template as the console shows it: of each version only what a person can use. */
export function templateView({ versions, ...content }: ContentInWork, { topics = [] }: Brand): Template {
  const shown = versions.map(({ version, publishedAt, publishedBy, rolledBackFrom }) => ({
    version,
    publishedAt,
    publishedBy,
    rolledBackFrom: rolledBackFrom ?? null,
  }));
  const { name, source, revision, savedAt, savedBy, publishedVersion, changed, look, lock = null } = content;
  const common = [...commonVariables(source.kind)];
  return {
    name,
    source,
    commonVariables: common,
    look,
    topics,
    revision,
    savedAt,
    savedBy,
    publishedVersion,
    changed,
    versions: shown,
    lock,
  };
}
