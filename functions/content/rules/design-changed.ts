import type { ContentSource } from "./content-source.ts";
import { hashOf } from "./template-state.ts";

/** Whether anything differs that a form does not fill: a locked design lets only fields and header lines be changed. */
export function designChanged(before: ContentSource, after: ContentSource): boolean {
  return hashOf(designOf(before)) !== hashOf(designOf(after));
}

function designOf(source: ContentSource): ContentSource {
  const bare = ({ body }: ContentSource["locales"]["en"]) => ({ subject: "", preheader: "", body });
  const { en, "zh-CN": chinese } = source.locales;
  return { ...source, locales: chinese ? { en: bare(en), "zh-CN": bare(chinese) } : { en: bare(en) } };
}
