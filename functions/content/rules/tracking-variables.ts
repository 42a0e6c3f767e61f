import type { TemplateVariable } from "./template-variable.ts";

/** What tracked links are made of; no author writes them, publishing does. */
export const TRACKING_VARIABLES: readonly TemplateVariable[] = [
  { name: "urls.tracked", type: "url", required: true, sample: "https://tastemaker.example/c" },
  { name: "urls.trackedToken", type: "text", required: true, sample: "sample.token" },
];
