import { encode, wrap } from "nodemailer/lib/qp";
import PostalMime from "postal-mime";
import { compileText } from "../functions/content/rules/compile-text.ts";
import { fillVariables, type VariableValues } from "../functions/content/rules/fill-variables.ts";
import { mimeHead } from "../functions/mail/rules/mime-head.ts";
import { renderMime } from "../functions/mail/rules/render-mime.ts";
import type { Bench, Measurement } from "./support/bench.ts";
import { type BenchMail, type BenchMailKind, benchMail } from "./support/bench-mail.ts";
import { benchReaders } from "./support/bench-readers.ts";
import { liquidMail } from "./support/liquid-mail.ts";
import { pairedRounds, ratios } from "./support/paired-rounds.ts";
import { peerTimes } from "./support/peer-mails.ts";
import { median, spread } from "./support/statistics.ts";

const SIZE = 48;
const READERS = 64;
const ROUNDS = 7;
const OVER_PIPELINE = 300;
const MOONSHOT = 600;
const ZONE = "Europe/Berlin";
const HEAD = { fromName: "Lantern", from: "hello@mail.lantern.example", to: "reader@mail.example", headers: {} };

/** What it takes to write a whole message, over what is usual: Liquid, html-to-text and encoding for each mail. */
export const bench: Bench = {
  name: "prep.multipart",
  about: `text and HTML of a ${SIZE} KB mail, quoted-printable, ready to be sent, for ${READERS} readers: from programs, with Liquid, html-to-text and an encoder for each mail, and a copy of a ready message; ${ROUNDS} rounds in turns. The peers make HTML only, of about the same size, and are told without a gate`,
  run: async () => {
    const readers = benchReaders(READERS);
    const measured: Measurement[] = [];
    for (const kind of ["newsletter", "personal"] as const) {
      const mail = await benchMail(SIZE, kind);
      const make = { programs: byPrograms(mail), each: byPipeline(mail, "each"), once: byPipeline(mail, "once") };
      for (const values of readers) await expectSame(Object.values(make).map((one) => Buffer.from(one(values))));
      measured.push(...compared(kind, readers, make));
      if (kind === "newsletter") measured.push(...(await peers(mail, readers, make.programs)));
    }
    return measured;
  },
};

// One piece of memory for all: getting it anew for each message would take longer than writing it.
const memory = Buffer.alloc(256 * 1024);

type Make = (values: VariableValues) => Buffer;

function* compared(
  kind: BenchMailKind,
  readers: VariableValues[],
  make: Record<"programs" | "each" | "once", Make>,
): Generator<Measurement> {
  const reader = (call: number) => readers[call % READERS] ?? {};
  const ready = Buffer.from(make.programs(reader(0)));
  const taken = pairedRounds(
    {
      copy: () => memory.set(ready),
      programs: (call) => make.programs(reader(call)),
      pipeline: (call) => make.each(reader(call)),
      "parsed once": (call) => make.once(reader(call)),
    },
    { rounds: ROUNDS, calls: { each: READERS * 32, pipeline: READERS / 2, "parsed once": READERS / 2 } },
  );
  const micros = (times: number[]) => `${median(times).toFixed(1)} µs`;
  yield {
    case: `${kind}: Liquid and html-to-text over programs`,
    ...spread(ratios(taken.pipeline, taken.programs)),
    unit: "×",
    // A mail full of personal facts is mostly slots, which cost what they cost; it is told beside.
    ...(kind === "newsletter" ? { gate: { is: "at-least", value: OVER_PIPELINE } as const, moonshot: MOONSHOT } : {}),
    note: `${micros(taken.pipeline)} over ${micros(taken.programs)}`,
  };
  yield {
    case: `${kind}: the same, Liquid parsed once`,
    ...spread(ratios(taken["parsed once"], taken.programs)),
    unit: "×",
    note: micros(taken["parsed once"]),
  };
  yield {
    case: `${kind}: programs over a copy`,
    ...spread(ratios(taken.programs, taken.copy)),
    unit: "×",
    note: `copy ${micros(taken.copy)}`,
  };
}

async function peers(mail: BenchMail, readers: VariableValues[], programs: Make): Promise<Measurement[]> {
  const reader = (call: number) => readers[call % READERS] ?? {};
  const { programs: own } = pairedRounds(
    { programs: (call) => programs(reader(call)) },
    { rounds: ROUNDS, calls: { each: READERS * 32 } },
  );
  const told = await peerTimes(mail, reader(1), ROUNDS);
  return told.map(({ name, micros, bytes }) => ({
    case: `${name} over programs`,
    ...spread(micros.map((each) => each / median(own))),
    unit: "×" as const,
    note: `${median(micros).toFixed(0)} µs, ${(bytes / 1000).toFixed(0)} KB`,
  }));
}

function byPrograms({ content }: BenchMail): Make {
  return (values) => {
    const made = renderMime(content, values, ZONE, HEAD, memory);
    if (!made.ok) throw new Error(`${made.reason}: ${made.names}`);
    return made.message;
  };
}

function byPipeline({ content }: BenchMail, parse: "once" | "each"): Make {
  const of = { locale: content.locale, zone: ZONE };
  const write = liquidMail(content.programs.html, { ...of, parse });
  const subjectOf = liquidMail(content.programs.subject, { ...of, parse });
  const part = (type: string, text: string) =>
    `\r\n--part\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${wrap(encode(text.replaceAll("\n", "\r\n")))}`;
  return (values) => {
    const filled = fillVariables(content.variables, values);
    if (!filled.ok) throw new Error(filled.reason);
    const html = write(filled.values);
    const subject = subjectOf(filled.values);
    const head = `${mimeHead(HEAD, subject.trim())}Content-Type: multipart/alternative; boundary="part"\r\n`;
    return Buffer.from(
      `${head}${part("plain", compileText(html, "en"))}${part("html", html)}\r\n--part--\r\n`,
      "latin1",
    );
  };
}

async function expectSame(messages: Buffer[]): Promise<void> {
  const said = await Promise.all(
    messages.map(async (message) => {
      const { subject, text = "", html = "" } = await PostalMime.parse(message);
      return JSON.stringify([subject, text.trim(), html.trim()]);
    }),
  );
  if (new Set(said).size !== 1) throw new Error(`The pipelines write different mails:\n${said.join("\n")}`);
}
