import { renderContent } from "../functions/content/rules/render-content.ts";
import { sesTemplateOf, slotValues } from "../functions/content/rules/ses-template.ts";
import { renderTemplate } from "../local/ses/render-template.ts";
import type { Bench, Measurement } from "./support/bench.ts";
import { type BenchMail, benchMail } from "./support/bench-mail.ts";
import { benchReaders } from "./support/bench-readers.ts";
import { pairedRounds, ratios } from "./support/paired-rounds.ts";
import { spread } from "./support/statistics.ts";

/** SES takes so many entries in one call. */
const ENTRIES = 50;
const SIZE = 48;
const ROUNDS = 11;
const MOST_BYTES = 1200;
const MOST_MICROS = 10;
const OVER_JSON = 10;
const ZONE = "Europe/Berlin";

/** What one recipient adds to a bulk call: the values of the slots. */
export const bench: Bench = {
  name: "prep.slots",
  about: `the values of the slots as JSON for the ${ENTRIES} entries of one bulk call, values checked on the way; ${ROUNDS} rounds in turns. The information is each different value once, as UTF-8`,
  run: async () => {
    const measured: Measurement[] = [];
    for (const kind of ["newsletter", "personal"] as const)
      measured.push(...measure(kind, await benchMail(SIZE, kind)));
    return measured;
  },
};

function measure(name: string, { content }: BenchMail): Measurement[] {
  const readers = benchReaders(ENTRIES);
  const dataFor = (values: (typeof readers)[number]) => {
    const slots = slotValues(content, values, ZONE);
    return slots.ok ? JSON.stringify(slots.values) : fail(slots.reason);
  };
  const entries = readers.map(dataFor);
  readers.forEach((values, at) => void checkFilled(content, values, entries[at] ?? ""));
  const bytes = entries.map((data) => Buffer.byteLength(data));
  const information = entries.map((data) => informationIn(JSON.parse(data)));
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const ready = entries.map((data) => JSON.parse(data));
  const { entry, json } = pairedRounds(
    {
      entry: (call) => dataFor(readers[call % ENTRIES] ?? {}),
      json: (call) => JSON.stringify(ready[call % ENTRIES]),
    },
    { rounds: ROUNDS, calls: { each: ENTRIES * 40 } },
  );
  return [
    {
      case: `${name}: bytes a recipient`,
      value: Math.round(mean(bytes)),
      min: Math.min(...bytes),
      max: Math.max(...bytes),
      unit: "bytes",
      gate: { is: "at-most", value: MOST_BYTES },
      note: `${(mean(bytes) / mean(information)).toFixed(2)} × the information`,
    },
    {
      case: `${name}: over JSON of the ready values`,
      ...spread(ratios(entry, json)),
      unit: "×",
      gate: { is: "at-most", value: OVER_JSON },
    },
    // An absolute time, which other work on the machine can only lengthen: the best round comes closest to it.
    { case: `${name}: time a recipient`, ...spread(entry), unit: "µs", value: Math.min(...entry), ...limit(name) },
  ];
}

function limit(kind: string): Pick<Measurement, "gate"> {
  return kind === "newsletter" ? { gate: { is: "at-most", value: MOST_MICROS } } : {};
}

/** What SES makes of an entry is the mail that we would have written. */
function checkFilled(content: BenchMail["content"], values: Record<string, unknown>, data: string): void {
  const { subject: Subject, html: Html, text: Text } = sesTemplateOf(content);
  const filled = renderTemplate({ Subject, Html, Text }, JSON.parse(data));
  const mail = renderContent(content, values, ZONE);
  const same = filled.ok && mail.ok && filled.content.Html === mail.html && filled.content.Text === mail.text;
  if (!same) fail("SES would write another mail");
}

function informationIn(values: Record<string, string>): number {
  return [...new Set(Object.values(values))].reduce((sum, value) => sum + Buffer.byteLength(value), 0);
}

function fail(reason: string): never {
  throw new Error(`A recipient's entry cannot be made: ${reason}`);
}
