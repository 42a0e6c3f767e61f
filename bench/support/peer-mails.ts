import { render } from "@react-email/render";
import juice from "juice";
import mjml2html from "mjml";
import { createElement } from "react";
import { expandSource } from "../../functions/content/rules/expand-source.ts";
import { fillVariables, type VariableValues } from "../../functions/content/rules/fill-variables.ts";
import { referenceRenderer } from "../../test/functions/content/support/reference-renderer.ts";
import type { BenchMail } from "./bench-mail.ts";

/** What another way of making the HTML of one mail took, round by round. */
export interface PeerTimes {
  name: string;
  micros: number[];
  bytes: number;
}

const IN_ROUND = 4;

/** Times the ways of making HTML that are in wide use, each for every mail anew. */
export async function peerTimes(mail: BenchMail, values: VariableValues, rounds: number): Promise<PeerTimes[]> {
  const html = mail.texts.html;
  const mjml = mjmlOf(mail, values);
  const peers = {
    "react-email": () => render(reactMail(html.length)),
    mjml: async () => (await mjml2html(mjml(), { validationLevel: "skip", fonts: {} })).html,
    juice: async () => juice(html),
  };
  const told: PeerTimes[] = [];
  for (const [name, make] of Object.entries(peers)) told.push({ name, ...(await timed(make, rounds)) });
  return told;
}

async function timed(make: () => Promise<string>, rounds: number): Promise<Omit<PeerTimes, "name">> {
  const bytes = Buffer.byteLength(await make());
  const micros: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let call = 0; call < IN_ROUND; call++) await make();
    const { user, system } = process.cpuUsage(before);
    micros.push((user + system) / IN_ROUND);
  }
  return { micros, bytes };
}

/** The source with its values in it, as it would be handed to MJML for each mail. */
function mjmlOf({ content, source, shared }: BenchMail, values: VariableValues): () => string {
  const lines = expandSource(source, shared, "en").map(({ text }) => text);
  const write = referenceRenderer(lines.join("\n"), "html");
  const filled = fillVariables(content.variables, values);
  if (!filled.ok) throw new Error(filled.reason);
  return () => write(filled.values, { locale: "en", zone: "Europe/Berlin" });
}

const CELL = { style: { padding: "10px 25px", fontFamily: "Georgia, serif", fontSize: 16, lineHeight: "24px" } };
const WORDS = "Ten minutes a day are enough to keep a language alive, on the tram or before the kettle boils. ";

/** A mail of tables, as its components write them, with about so many letters. */
function reactMail(letters: number) {
  const rows = Array.from({ length: Math.ceil(letters / 700) }, (_, at) =>
    createElement("tr", { key: at }, [
      createElement("td", { ...CELL, key: "text" }, [
        createElement("h2", { key: "title" }, `Lesson ${at}`),
        createElement("p", { key: "words" }, WORDS.repeat(4)),
      ]),
      createElement("td", { ...CELL, key: "link" }, createElement("a", { href: `https://a.example/${at}` }, "Go on")),
    ]),
  );
  const table = createElement("table", { role: "presentation" }, createElement("tbody", null, rows));
  return createElement("html", { lang: "en" }, createElement("body", null, table));
}
