import type { ContentProblem } from "./content-problem.ts";
import type { ContentSource } from "./content-source.ts";
import { readManifest } from "./read-manifest.ts";
import { type SharedFiles, sharedFilesIn } from "./shared-content.ts";

export interface EmailFiles {
  sources: { name: string; source: ContentSource }[];
  shared: SharedFiles;
  /** Of files that could not be read, each with the name of its template. */
  problems: (ContentProblem & { template: string })[];
}

const EMAIL_PATH = /^emails\/([a-z][a-z0-9-]*)\/(template\.yaml|[A-Za-z-]+\.mjml|[A-Za-z-]+\.fields\.yaml)$/;

/** Reads the email templates of a programme folder, given as texts by their path under templates/. */
export function readEmailFiles(files: Readonly<Record<string, string>>): EmailFiles {
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    const [, name, file] = EMAIL_PATH.exec(path) ?? [];
    if (name && file) {
      folders.set(name, { ...folders.get(name), [file]: text });
    }
  }
  const read: EmailFiles = { sources: [], shared: sharedFilesIn(files), problems: [] };
  for (const [name, folder] of [...folders].sort(([a], [b]) => a.localeCompare(b))) {
    const result = readManifest(folder["template.yaml"] ?? "", folder);
    if (result.ok) {
      read.sources.push({ name, source: result.source });
    } else {
      read.problems.push(...result.problems.map((each) => ({ ...each, template: name })));
    }
  }
  return read;
}
