import { useState } from "react";
import type { TemplateField } from "../../api/schema.d.ts";
import type { WritingMode } from "./writing-mode-switch.tsx";

/** How the body is written: as the person chose, and until then as a form wherever the design has one. */
export function useWritingMode(fields: TemplateField[] | undefined, unread: boolean) {
  const [chosen, choose] = useState<WritingMode | null>(null);
  const isForm = fields ? fields.length > 0 : !unread;
  const mode: WritingMode = chosen ?? (isForm ? "content" : "code");
  return [mode, choose] as const;
}
