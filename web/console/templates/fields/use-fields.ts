import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { TemplateField, TemplateLocale, TemplatePreview } from "../../../api/schema.d.ts";

/** The fields of a language as the server last read them; those of another language never stand in. */
export function useFields(
  preview: UseQueryResult<TemplatePreview>,
  locale: TemplateLocale,
): TemplateField[] | undefined {
  const [known, setKnown] = useState<Partial<Record<TemplateLocale, TemplateField[]>>>({});
  const fresh = preview.isPlaceholderData ? undefined : preview.data?.fields;
  useEffect(() => {
    if (fresh) setKnown((before) => ({ ...before, [locale]: fresh }));
  }, [fresh, locale]);
  return fresh ?? known[locale];
}
