import type { TemplateField, TemplateFilling, TemplateProblem } from "../../../api/schema.d.ts";
import type { Insertion } from "../use-insertion.ts";

/** What one field of the form is given. */
export type BoxProps = {
  field: TemplateField;
  /** The field, and within a list the item and its field, as in "stories/1/title". */
  path: string;
  filling: TemplateFilling | undefined;
  problems: TemplateProblem[];
  editable: boolean;
  insertion: Insertion;
  onChange: (filling: TemplateFilling) => void;
  /** Back to what the design says; absent where there is nothing to go back to. */
  onReset?: () => void;
};
