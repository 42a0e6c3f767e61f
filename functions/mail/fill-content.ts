import type { PublishedContent } from "../content/rules/published-content.ts";
import { renderContent } from "../content/rules/render-content.ts";
import { slotValues } from "../content/rules/ses-template.ts";

/** A mail whose template SES keeps is told in its slots, for many people at once; any other is written whole. */
export function fillContent(
  { content, ses, sesTemplate }: PublishedContent,
  variables: Record<string, unknown>,
  zone: string,
) {
  const whole = () => wholeOf(renderContent(content, variables, zone));
  if (ses === "stored") {
    const slots = slotValues(content, variables, zone);
    return slots.ok ? ({ ok: true, stored: { template: sesTemplate, values: slots.values }, whole } as const) : slots;
  }
  const rendered = renderContent(content, variables, zone);
  return rendered.ok ? ({ ok: true, whole: () => rendered } as const) : rendered;
}

function wholeOf(rendered: ReturnType<typeof renderContent>) {
  if (rendered.ok) return rendered;
  // What fits in slots fits in the whole, which has the same limits.
  throw new Error(`A mail that filled its slots could not be written: ${rendered.reason}`);
}
