import { compileContent } from "../../functions/content/rules/compile-content.ts";
import { compileHtml } from "../../functions/content/rules/compile-html.ts";
import { compileText } from "../../functions/content/rules/compile-text.ts";
import type { CompiledContent } from "../../functions/content/rules/compiled-content.ts";
import { ContentSource } from "../../functions/content/rules/content-source.ts";
import { expandSource } from "../../functions/content/rules/expand-source.ts";
import { type SharedFiles, sharedFilesIn } from "../../functions/content/rules/shared-content.ts";
import { starterFiles } from "../../test/functions/support/starter-programme.ts";

/** A mail of a wanted size, as compiled and as the template texts that other engines are given. */
export interface BenchMail {
  content: CompiledContent;
  texts: { subject: string; html: string; text: string };
  source: ContentSource;
  shared: SharedFiles;
}

const PROSE =
  "Ten minutes a day are enough to keep a language alive – on the tram, in the queue at the bakery, or before the kettle boils. ".repeat(
    3,
  );

/** A newsletter greets its reader and leads somewhere; a personal mail is full of facts. Each has its own once. */
export type BenchMailKind = "newsletter" | "personal";

const GREETING = '<p>Hello {{default contact.name "friend"}},</p>';
const LINK = '<p><a href="{{links.start}}">Go on where you stopped</a></p>';
const FACTS = [
  '<p>Your trial ends on {{date trial.endsAt style="weekday"}}.</p>',
  '<p>{{plural points.available one="# point is" other="# points are"}} waiting for you.</p>',
  "{{#if order.number}}<p>Order {{order.number}}: {{money order.totalMinor order.currency}}.</p>{{else}}<p>No order yet.</p>{{/if}}",
  "<ul>{{#each lessons}}<li>{{this}}</li>{{/each}}</ul>",
];
const OWN: Record<BenchMailKind, string[]> = { newsletter: [GREETING, LINK], personal: [GREETING, ...FACTS, LINK] };
const SUBJECT: Record<BenchMailKind, string> = {
  newsletter: "Ten minutes a day",
  personal: "{{contact.name}}, {{points.available}} points",
};

const VARIABLES = [
  { name: "trial.endsAt", type: "instant", sample: "2026-12-07T15:20:00.000Z" },
  { name: "points.available", type: "number", sample: 1239 },
  { name: "order.number", type: "text", required: false, sample: "1001" },
  { name: "order.totalMinor", type: "number", required: false, sample: 18_900 },
  { name: "order.currency", type: "text", required: false, sample: "EUR" },
  { name: "lessons", type: "list", sample: ["At the baker's", "On the tram", "Before the exam"] },
  { name: "links.start", type: "url", sample: "https://lantern.example/lessons?a=1&b=2" },
];

/** Makes a marketing mail whose HTML has about so many kilobytes (1 KB = 1000 bytes). */
export async function benchMail(kilobytes: number, kind: BenchMailKind): Promise<BenchMail> {
  const shared = sharedFilesIn(starterFiles());
  let sections = OWN[kind].length;
  for (;;) {
    const source = sourceOf(sections, kind);
    const compiled = await compileContent(source, shared, "en");
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    if (compiled.content.bytes >= kilobytes * 1000) {
      return { content: compiled.content, texts: await textsOf(source, shared), source, shared };
    }
    sections += 1;
  }
}

function sourceOf(sections: number, kind: BenchMailKind): ContentSource {
  const body = Array.from({ length: sections }, (_, at) => sectionOf(at, OWN[kind][at])).join("\n");
  const en = { subject: SUBJECT[kind], preheader: "Ten minutes are enough.", body };
  return ContentSource.parse({
    kind: "marketing",
    title: "Bench",
    description: "",
    variables: VARIABLES,
    locales: { en },
  });
}

function sectionOf(at: number, own = ""): string {
  return `<mj-text>
  <h2>Lesson ${at + 1}</h2>
  <p>${PROSE}</p>
  ${own}
</mj-text>
<mj-divider />`;
}

async function textsOf(source: ContentSource, shared: SharedFiles): Promise<BenchMail["texts"]> {
  const compiled = await compileHtml(expandSource(source, shared, "en"));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { html } = compiled;
  return { subject: source.locales.en.subject, html, text: compileText(html, "en") };
}
