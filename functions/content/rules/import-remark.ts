import { positionAt } from "./source-position.ts";
import type { TemplateVariable } from "./template-variable.ts";

/** Why something of a foreign template did not come along as it was; the console has words for each. */
export const IMPORT_REMARKS = [
  "tag",
  "attribute",
  "address",
  "joined-link",
  "comment",
  "style-sheet",
  "merge-tag",
  "comparison",
  "block",
  "unbalanced",
  "list-item",
  "helper",
  "unescaped",
  "text-part",
  "footer",
  "no-subject",
] as const;
export type ImportRemarkCode = (typeof IMPORT_REMARKS)[number];

/** One thing that could not be carried over, as it stood, and its line in what was given. */
export interface ImportRemark {
  code: ImportRemarkCode;
  what: string;
  line: number;
}

/** What an import has found so far. */
export interface ImportWork {
  kind: "transactional" | "marketing";
  /** What the tokens in the text stand for, in our own syntax. */
  expressions: string[];
  variables: Map<string, TemplateVariable>;
  /** Values that came along with the template, by the name of our variable. */
  samples: Readonly<Record<string, string>>;
  remarks: ImportRemark[];
}

const MOST_REMARKS = 200;
const LONGEST_WHAT = 80;

/** Remembers what could not be carried; nobody reads more than a few, so a hostile source makes no thousands. */
export function remark(work: ImportWork, code: ImportRemarkCode, what: string, text: string, at: number): void {
  if (work.remarks.length >= MOST_REMARKS) {
    return;
  }
  const short = what.replace(/\s+/g, " ").trim();
  const { line } = positionAt(text, at);
  const entry = { code, what: short.length > LONGEST_WHAT ? `${short.slice(0, LONGEST_WHAT - 1)}…` : short, line };
  if (!work.remarks.some((each) => each.code === code && each.what === entry.what && each.line === line)) {
    work.remarks.push(entry);
  }
}
