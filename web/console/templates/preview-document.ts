export type PreviewScheme = "light" | "dark";

const darkQuery = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g;
const lightQuery = /\(\s*prefers-color-scheme\s*:\s*light\s*\)/g;

/**
 * The mail's HTML as a reader with the wished colours sees it. A browser asks its own system for the colours, so the
 * question is answered in the style sheet instead: always true, or never.
 */
export function previewDocument(html: string, scheme: PreviewScheme): string {
  const always = "(min-width: 0px)";
  const never = "(max-width: 0px)";
  return html
    .replace(darkQuery, scheme === "dark" ? always : never)
    .replace(lightQuery, scheme === "light" ? always : never);
}
