import type { CompiledContent } from "./compiled-content.ts";

/**
 * Whether SES keeps a mail's template: `stored` once it has filled it just as we write the mail, and `none` when it
 * differs or could not be asked; such mail goes out whole.
 */
export type SesState = "stored" | "none";

/** One language of a version as it is published. */
export interface PublishedContent {
  content: CompiledContent;
  ses: SesState;
  /** The name of the template that SES was given. */
  sesTemplate: string;
}
