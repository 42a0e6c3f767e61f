import type { CompiledContent } from "./compiled-content.ts";
import { TRIAL_ZONE } from "./publish-gate.ts";
import { type RenderedContent, renderContent } from "./render-content.ts";
import { SAMPLE_KINDS, sampleValues } from "./sample-values.ts";
import { slotValues } from "./ses-template.ts";

/** What SES is asked to fill a template with, and the mail that must come of it. */
export interface SesTrial {
  data: string;
  mail: RenderedContent;
}

/** The trials of the publish gate, each once: with ordinary values and with the worst. */
export function sesTrials(content: CompiledContent): SesTrial[] {
  const trials = new Map<string, SesTrial>();
  for (const kind of SAMPLE_KINDS) {
    const samples = sampleValues(content.variables, content.locale, kind);
    const mail = renderContent(content, samples, TRIAL_ZONE);
    const slots = slotValues(content, samples, TRIAL_ZONE);
    if (mail.ok && slots.ok) {
      const data = JSON.stringify(slots.values);
      trials.set(data, { data, mail });
    }
  }
  return [...trials.values()];
}
