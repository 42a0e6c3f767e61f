import type { ContentLocale } from "./content-locale.ts";
import type { Program } from "./program.ts";
import type { TemplateVariable } from "./template-variable.ts";
import type { LinkTable } from "./track-links.ts";

export type PartName = "subject" | "preheader" | "html" | "text";

/** One language of a published version: programs that need nothing but values to become a mail. */
export interface CompiledContent {
  locale: ContentLocale;
  kind: "transactional" | "marketing";
  /** What the mail is about; the brand's first topic when it says nothing. */
  topic?: string;
  programs: Readonly<Record<PartName, Program>>;
  /** Where its tracked links lead. */
  links?: LinkTable;
  /** Of everything above: the same hash renders the same mail from the same values. */
  hash: string;
  /** The variables that the mail truly uses. */
  variables: TemplateVariable[];
  /** Size of the HTML before values are filled in. */
  bytes: number;
}
