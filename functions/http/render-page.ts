import Handlebars from "handlebars/runtime.js";
import { languageLinks } from "./language-links.ts";
import type { PageFrame } from "./page-frame.ts";
import { pageHelpers } from "./page-helpers.ts";

/** A page as the bundler hands it over: precompiled, with the partials it uses. */
export interface CompiledPage extends TemplateSpecification {
  partials: Record<string, TemplateSpecification>;
}

interface Renderer {
  template: HandlebarsTemplateDelegate;
  partials: Record<string, HandlebarsTemplateDelegate>;
}

const renderers = new WeakMap<CompiledPage, Renderer>();

/** Makes a page's HTML. The template is handed in, so that a function carries only the pages it shows. */
export function renderPage(page: CompiledPage, title: string, model: object, frame: PageFrame): string {
  const { template, partials } = rendererOf(page);
  const languages = languageLinks(frame.here, frame.locale);
  const around = { ...frame, title, languages, phone: phoneLink(frame.brand.phone) };
  return template({ ...model, frame: around }, { partials, helpers: pageHelpers(frame.locale, frame.zone) });
}

function rendererOf(page: CompiledPage): Renderer {
  const known = renderers.get(page);
  if (known) return known;
  const partials = Object.entries(page.partials).map(([name, each]) => [name, Handlebars.template(each)]);
  const made = { template: Handlebars.template(page), partials: Object.fromEntries(partials) };
  renderers.set(page, made);
  return made;
}

function phoneLink(phone: string): { href: string; words: string } {
  // A number broken over two lines is misread.
  return { href: `tel:${phone.replace(/[^\d+]/g, "")}`, words: phone.replaceAll(" ", "\u00a0") };
}
