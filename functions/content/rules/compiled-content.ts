import type { ContentLocale } from "./content-locale.ts";
import type { TemplateVariable } from "./template-variable.ts";

/** One language of a published version: Handlebars texts that need nothing but values to become a mail. */
export interface CompiledContent {
  locale: ContentLocale;
  kind: "transactional" | "marketing";
  subject: string;
  preheader: string;
  html: string;
  text: string;
  /** Of everything above: the same hash renders the same mail from the same values. */
  hash: string;
  /** The variables that the mail truly uses. */
  variables: TemplateVariable[];
  /** Size of the HTML before values are filled in. */
  bytes: number;
}
