import type { ContentPreview, PreviewSource } from "./rules/preview-source.ts";
import { readShared } from "./store.ts";

/** Shows what an unsaved source would send, and everything there is to say about it. */
export async function previewContent(request: PreviewSource): Promise<ContentPreview> {
  // The compiler is loaded only now: whoever lists or saves templates does not wait for it.
  const [shared, { previewSource }] = await Promise.all([readShared(), import("./rules/preview-source.ts")]);
  return previewSource(request, shared);
}
