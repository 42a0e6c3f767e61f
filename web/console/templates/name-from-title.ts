/** A name for links and files out of a title; empty where the title has no Latin letters. */
export function nameFromTitle(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return words
    .join("-")
    .replace(/^[0-9-]+/, "")
    .slice(0, 60)
    .replace(/-$/, "");
}
