import type { ImportRemarkCode } from "./import-remark.ts";
import type { VariableType } from "./template-variable.ts";

/** What a foreign template names, as one of our variables. */
export interface ImportedName {
  name: string;
  type: VariableType;
}

/** What one foreign tag means in our own syntax, or why it means nothing here. */
export type ImportedTag =
  | { is: "value"; of: ImportedName; remark?: ImportRemarkCode }
  | { is: "open"; block: "if" | "unless" | "each"; of: ImportedName }
  | { is: "else"; of?: ImportedName }
  | { is: "close" }
  | { is: "item"; raw: string }
  | { is: "subject" }
  | { is: "nothing"; remark?: ImportRemarkCode; opens?: boolean };

/** Our name for one of theirs: at most three segments of letters and digits. */
export function importedPath(segments: readonly string[]): string | undefined {
  const parts = segments.flatMap((segment) => camel(segment) || []);
  const [first, second, ...rest] = parts;
  if (!first) {
    return undefined;
  }
  const last = camel(rest.join("-"));
  return [first, second, last].filter(Boolean).join(".").slice(0, 100);
}

function camel(segment: string): string {
  const [head = "", ...tail] = segment.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const first = /^[A-Z0-9]+$/.test(head) ? head.toLowerCase() : head.slice(0, 1).toLowerCase() + head.slice(1);
  const joined = first + tail.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()).join("");
  return /^[a-z]/.test(joined) ? joined : joined && `n${joined}`;
}
