import { log } from "../platform/log.ts";
import { keepTemplate, tryTemplate } from "../platform/ses-templates.ts";
import type { CompiledContent } from "./rules/compiled-content.ts";
import type { PublishedContent } from "./rules/published-content.ts";
import { sesTemplateOf } from "./rules/ses-template.ts";

/**
 * Has SES keep the templates of a publication before its rows are written: a crash between the two leaves a template
 * that nobody uses, never a row whose template is missing. Whatever SES will not do is no reason not to publish.
 */
export async function keepInSes(contents: readonly CompiledContent[]): Promise<PublishedContent[]> {
  const published: PublishedContent[] = [];
  // One after another: SES takes one such call a second.
  for (const content of contents) {
    const { name } = sesTemplateOf(content);
    published.push({ content, ses: (await isKept(content)) ? "stored" : "none", sesTemplate: name });
  }
  return published;
}

async function isKept(content: CompiledContent): Promise<boolean> {
  const template = sesTemplateOf(content);
  const refusal = await refusalOf(content).catch((error: Error) => error.message);
  if (refusal) log.warn("mail goes out whole", { template: template.name, reason: refusal });
  return refusal === undefined;
}

async function refusalOf(content: CompiledContent): Promise<string | undefined> {
  const template = sesTemplateOf(content);
  const [{ sesTrials }, { readsAlike }] = await Promise.all([
    import("./rules/ses-trials.ts"),
    import("./rules/reads-alike.ts"),
  ]);
  await keepTemplate(template);
  for (const { data, mail } of sesTrials(content)) {
    const message = await tryTemplate(template.name, data);
    if (!(await readsAlike(message, mail))) return "SES fills the template differently";
  }
  return undefined;
}
