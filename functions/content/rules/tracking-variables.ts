import type { TemplateVariable } from "./template-variable.ts";

/** What tracked links are made of; no author writes them, publishing does. */
export const TRACKING_VARIABLES: readonly TemplateVariable[] = [
  { name: "urls.tracked", type: "url", required: true, sample: "https://tastemaker.example/c" },
  { name: "urls.trackedToken", type: "text", required: true, sample: "sample.token" },
];

/** Made of letters, digits and `:/._-` only: HTML has nothing to escape in them, and so says the same as the text part. */
export function isTracking(name: string): boolean {
  return TRACKING_VARIABLES.some((variable) => variable.name === name);
}
