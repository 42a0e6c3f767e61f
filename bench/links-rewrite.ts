import { compileContent } from "../functions/content/rules/compile-content.ts";
import type { CompiledContent } from "../functions/content/rules/compiled-content.ts";
import type { VariableValues } from "../functions/content/rules/fill-variables.ts";
import { type RenderedContent, renderContent } from "../functions/content/rules/render-content.ts";
import { slotValues } from "../functions/content/rules/ses-template.ts";
import { type MailUrls, mailUrls } from "../functions/mail/mail-urls.ts";
import type { Bench, Measurement } from "./support/bench.ts";
import { benchMail } from "./support/bench-mail.ts";
import { benchReaders } from "./support/bench-readers.ts";
import { pairedRounds, ratios } from "./support/paired-rounds.ts";
import { median, spread } from "./support/statistics.ts";

const LINKS = 20;
const SIZE = 48;
const READERS = 64;
const ROUNDS = 21;
const OVER_REGEX = 8;
const OVER_UNTRACKED = 1.5;
const ZONE = "Europe/Berlin";
const KEYS = [{ id: "0001", secret: "bench" }];
const BASE_URL = "https://mail.lantern.example";

/** What it costs to lead the links of a mail through us, over rewriting them in the finished mail and over not tracking. */
export const bench: Bench = {
  name: "links.rewrite",
  about: `a newsletter of ${SIZE} KB with ${LINKS} links for ${READERS} readers, their tokens included: links laid out when published, a regular expression over the finished HTML and text with the same result, and no tracking; ${ROUNDS} rounds in turns`,
  run: async () => measure(await linkedMail()),
};

interface LinkedMail {
  plain: CompiledContent;
  tracked: CompiledContent;
}

async function linkedMail(): Promise<LinkedMail> {
  const { source, shared } = await benchMail(SIZE, "newsletter");
  const links = Array.from({ length: LINKS - 1 }, (_, at) => linkTo(`https://lantern.example/lessons/${at}?from=mail`));
  const body = `${source.locales.en.body}\n<mj-text>\n${links.join("\n")}\n</mj-text>`;
  const compiled = await compileContent({ ...source, locales: { en: { ...source.locales.en, body } } }, shared, "en");
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const { content: plain, tracked } = compiled;
  if (Object.keys(tracked.links ?? {}).length !== LINKS) throw new Error("The mail has another number of links.");
  return { plain, tracked };
}

function linkTo(href: string): string {
  return `<p><a href="${href}">Go on with this lesson</a></p>`;
}

function measure({ plain, tracked }: LinkedMail): Measurement[] {
  const readers = benchReaders(READERS);
  const reader = (call: number) => readers[call % READERS] ?? {};
  const untracked = (call: number) => ({ ...reader(call), urls: urlsOf(call, false) });
  const withToken = (call: number) => ({ ...reader(call), urls: urlsOf(call, true) });
  const laidOut = (call: number) => whole(tracked, withToken(call));
  const rewritten = (call: number) => {
    const values = withToken(call);
    return rewrite(whole(plain, values), tracked, reader(call), values.urls.trackedToken ?? "");
  };
  for (let call = 0; call < READERS; call++) expectSame(laidOut(call), rewritten(call));
  const taken = pairedRounds(
    {
      "laid out": laidOut,
      rewritten,
      untracked: (call) => whole(plain, untracked(call)),
      "slots laid out": (call) => slotValues(tracked, withToken(call), ZONE),
      "untracked slots": (call) => slotValues(plain, untracked(call), ZONE),
    },
    { rounds: ROUNDS, calls: { each: READERS * 12 } },
  );
  const over = (name: string, one: number[], other: number[], gate: Partial<Measurement>): Measurement => ({
    case: name,
    ...spread(ratios(one, other)),
    unit: "×",
    note: `${median(one).toFixed(1)} µs over ${median(other).toFixed(1)} µs`,
    ...gate,
  });
  // Of medians: in a single round, a difference of a few microseconds may well be none.
  const added = (times: number[]) => median(times) - median(taken.untracked);
  const [byRegex, byLayout] = [added(taken.rewritten), added(taken["laid out"])];
  return [
    {
      case: "rewriting over laying out: what tracking adds",
      value: byRegex / byLayout,
      unit: "×",
      gate: { is: "at-least", value: OVER_REGEX },
      note: `${byRegex.toFixed(1)} µs over ${byLayout.toFixed(1)} µs`,
    },
    over("rewriting over laying out: whole mails", taken.rewritten, taken["laid out"], {}),
    over("laid out over no tracking: whole mails", taken["laid out"], taken.untracked, { moonshot: OVER_UNTRACKED }),
    over("laid out over no tracking: slots", taken["slots laid out"], taken["untracked slots"], {
      moonshot: OVER_UNTRACKED,
    }),
  ];
}

function urlsOf(call: number, isTracked: boolean): MailUrls {
  const contactId = `con_01JD${String(call % READERS).padStart(22, "0")}`;
  const letter = { contactId, messageId: `msg_${contactId.slice(4)}`, version: 12, locale: "en" };
  return mailUrls({ contactId }, BASE_URL, KEYS, isTracked ? letter : undefined);
}

function whole(content: CompiledContent, values: VariableValues): RenderedContent {
  const mail = renderContent(content, values, ZONE);
  if (!mail.ok) throw new Error(`${mail.reason}: ${mail.names}`);
  return mail;
}

const IN_HTML = /(<a\b[^>]*?\shref=")([^"]*)"/g;
const IN_TEXT = /https?:\/\/[^\s)]+/g;

/** What an engine does that finds the links in each finished mail. */
function rewrite(mail: RenderedContent, { links = {} }: CompiledContent, values: VariableValues, token: string) {
  const ids = new Map<string, string>();
  for (const [id, target] of Object.entries(links)) {
    ids.set("url" in target ? target.url : String((values.links as { start: string }).start), id);
  }
  const tracked = (address: string) => {
    const id = ids.get(address.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&"));
    return id && `${BASE_URL}/c/${id}/${token}`;
  };
  const html = mail.html.replace(IN_HTML, (tag: string, before: string, href: string) => {
    const address = tracked(href);
    return address ? `${before}${address}"` : tag.replace("<a", "<a ses:no-track");
  });
  return { ...mail, html, text: mail.text.replace(IN_TEXT, (address) => tracked(address) ?? address) };
}

function expectSame(one: RenderedContent, other: RenderedContent): void {
  if (one.html !== other.html || one.text !== other.text) throw new Error("Rewriting makes another mail.");
}
