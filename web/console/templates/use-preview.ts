import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { PreviewRequest } from "../data/templates.ts";
import { templatePreview } from "../data/templates.ts";

/** The mail as it would look now, a breath after the last keystroke; an older answer never replaces a newer one. */
export function usePreview(name: string, request: PreviewRequest) {
  const [source] = useDebouncedValue(request.source, 350);
  return useQuery(templatePreview(name, { ...request, source }));
}
