import { contentSlots } from "../functions/content/rules/content-slots.ts";
import { fillVariables, type VariableValues } from "../functions/content/rules/fill-variables.ts";
import type { FilledValues } from "../functions/content/rules/writer.ts";
import type { MailUrls } from "../functions/mail/mail-urls.ts";
import { joinBytes } from "../functions/mail/rules/join-bytes.ts";
import { mimeHead } from "../functions/mail/rules/mime-head.ts";
import { referenceMail } from "../test/functions/content/support/reference-renderer.ts";
import type { Bench, Measurement } from "./support/bench.ts";
import { type BenchMail, benchMail } from "./support/bench-mail.ts";
import { benchReaders } from "./support/bench-readers.ts";
import { pairedRounds, type Rounds, ratios } from "./support/paired-rounds.ts";
import { median, spread } from "./support/statistics.ts";

const SIZES = [25, 48, 60];
const READERS = 64;
const ROUNDS = 21;
const OVER_HANDLEBARS = 8;
const OVER_COPY = 6;
const MOONSHOT_OVER_COPY = 3;
const ZONE = "Europe/Berlin";

type Render = (values: FilledValues) => Buffer;

/** What it takes to write a mail for one reader, over Handlebars and over copying the bytes. */
export const bench: Bench = {
  name: "prep.render",
  about: `from checked values to the bytes of subject, text and HTML, for ${READERS} readers: programs, Handlebars compiled once, and a copy of ready bytes behind a head of its own; ${ROUNDS} rounds in turns, all into the same memory`,
  run: async () => {
    const measured: Measurement[] = [];
    for (const size of SIZES) measured.push(...measure(`${size} KB`, await benchMail(size, "personal")));
    return measured;
  },
};

function measure(name: string, mail: BenchMail): Measurement[] {
  const given = benchReaders(READERS);
  const readers = given.map((values) => checked(mail, values));
  const [byPrograms, byHandlebars] = [programs(mail), handlebars(mail)];
  const ready = readers.map((values) => Buffer.from(byPrograms(values)));
  for (const [at, values] of readers.entries()) {
    if (!byHandlebars(values).equals(ready[at] ?? EMPTY)) throw new Error(`Reader ${at} gets another mail.`);
  }
  const heads = given.map(headOf);
  const reader = (call: number) => readers[call % READERS] ?? {};
  const taken = pairedRounds(
    {
      copy: (call) => copyBehind(heads[call % READERS]?.() ?? "", ready[call % READERS] ?? EMPTY),
      "programs with a head": (call) => byPrograms(reader(call), heads[call % READERS]?.()),
      programs: (call) => byPrograms(reader(call)),
      handlebars: (call) => byHandlebars(reader(call)),
    },
    { rounds: ROUNDS, calls: { each: READERS * 24, copy: READERS * 48, handlebars: READERS * 4 } },
  );
  return [...compared(name, taken)];
}

function* compared(name: string, taken: Rounds<"copy" | "programs" | "programs with a head" | "handlebars">) {
  const micros = (times: number[]) => `${median(times).toFixed(1)} µs`;
  yield {
    case: `${name}: Handlebars over programs`,
    ...spread(ratios(taken.handlebars, taken.programs)),
    unit: "×",
    gate: { is: "at-least", value: OVER_HANDLEBARS },
    note: `${micros(taken.handlebars)} over ${micros(taken.programs)}`,
  } satisfies Measurement;
  yield {
    case: `${name}: programs over a copy, both with a head`,
    ...spread(ratios(taken["programs with a head"], taken.copy)),
    unit: "×",
    gate: { is: "at-most", value: OVER_COPY },
    moonshot: MOONSHOT_OVER_COPY,
    note: `${micros(taken["programs with a head"])} over ${micros(taken.copy)}`,
  } satisfies Measurement;
}

// One piece of memory for all: getting it anew for each mail would take longer than copying, and the same for everybody.
const memory = Buffer.alloc(256 * 1024);
const EMPTY = Buffer.of();
const UTF8 = { write: (into: Buffer, at: number, text: string) => at + into.write(text, at), widest: 3, more: 0 };

const HEAD = {
  fromName: "Lantern Language School",
  from: "hello@mail.lantern.example",
  to: "reader@mail.example",
};

/** Sender, receiver, subject and the way to stop. */
function headOf(values: VariableValues): () => string {
  const { unsubscribe } = values.urls as MailUrls;
  const headers = {
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  return () => mimeHead({ ...HEAD, headers }, "Ten minutes are enough");
}

function checked({ content }: BenchMail, values: VariableValues): FilledValues {
  const filled = fillVariables(content.variables, values);
  if (!filled.ok) throw new Error(`${filled.reason}: ${filled.names}`);
  return filled.values;
}

function programs({ content }: BenchMail): (values: FilledValues, head?: string) => Buffer {
  const { parts, places, write } = contentSlots(content);
  const [lastText = "", firstHtml = ""] = [parts.text.chunks.at(-1), parts.html.chunks[0]];
  const chunks = [...parts.text.chunks.slice(0, -1), lastText + firstHtml, ...parts.html.chunks.slice(1)];
  const bytes = chunks.map((chunk) => Buffer.from(chunk));
  const order = [...places.text, ...places.html];
  const subject = places.subject[0] ?? 0;
  return (values, head = "") => {
    const written = write(values, { locale: content.locale, zone: ZONE }) ?? [];
    const between = order.map((place) => written[place] ?? "");
    return joinBytes(`${head}${written[subject]}`, bytes, between, UTF8, memory);
  };
}

function handlebars({ content, texts }: BenchMail): Render {
  const reader = { locale: content.locale, zone: ZONE };
  const write = referenceMail(texts);
  return (values) => {
    const { subject, text, html } = write(values, reader);
    return memory.subarray(0, memory.write(`${subject}${text}${html}`));
  };
}

function copyBehind(head: string, ready: Buffer): Buffer {
  const at = memory.write(head, "latin1");
  memory.set(ready, at);
  return memory.subarray(0, at + ready.length);
}
