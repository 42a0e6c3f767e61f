import type { CompiledContent } from "../../content/rules/compiled-content.ts";
import { contentSlots, type Refused, writeSlots } from "../../content/rules/content-slots.ts";
import type { VariableValues } from "../../content/rules/fill-variables.ts";
import { joinPart } from "../../content/rules/slotted-part.ts";
import { joinBytes } from "./join-bytes.ts";
import { type MimeHead, mimeHead } from "./mime-head.ts";
import { quotedPrintable, WIDEST_ENCODED, writeQuotedPrintable } from "./quoted-printable.ts";

export type RenderedMime = { ok: true; message: Buffer } | Refused;

// `=_` cannot come up in quoted-printable, so no mail can hold its own boundary.
const BOUNDARY = "=_tastemaker";
const TEXT_PART = partHead("text/plain");
const HTML_PART = partHead("text/html");
const END = `\r\n--${BOUNDARY}--\r\n`;

const ENCODED = { write: writeQuotedPrintable, widest: WIDEST_ENCODED, more: WIDEST_ENCODED };

interface PreparedMime {
  /** Text and HTML, encoded beforehand, with a gap for each slot. */
  chunks: readonly Buffer[];
  /** What stands in each gap. */
  between(written: readonly string[]): readonly (string | Buffer)[];
  subject(written: readonly string[]): string;
}

/** A version never changes, so each is encoded once for as long as it is held. */
const known = new WeakMap<CompiledContent, PreparedMime>();

/**
 * The whole message for one person, text and HTML, as it may be handed to any mail server. Written into memory that is
 * handed in, it is good until the next one is written there.
 */
export function renderMime(
  content: CompiledContent,
  values: VariableValues,
  zone: string,
  head: MimeHead,
  memory?: Buffer,
): RenderedMime {
  let prepared = known.get(content);
  if (!prepared) {
    prepared = prepare(content);
    known.set(content, prepared);
  }
  const slots = writeSlots(content, values, zone);
  if (!slots.ok) {
    return slots;
  }
  const type = `Content-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n`;
  const start = `${mimeHead(head, prepared.subject(slots.written))}${type}`;
  const between = prepared.between(slots.written);
  return { ok: true, message: joinBytes(start, prepared.chunks, between, ENCODED, memory) };
}

function prepare(content: CompiledContent): PreparedMime {
  const { parts, places } = contentSlots(content);
  const encoded = (chunk: string) => quotedPrintable(chunk).toString("latin1");
  const chunks = bodyChunks(parts.text.chunks.map(encoded), parts.html.chunks.map(encoded));
  const subject = places.subject;
  return {
    chunks: chunks.map((chunk) => Buffer.from(chunk, "latin1")),
    between: gapFiller([...places.text, ...places.html]),
    subject: (written) =>
      joinPart(
        parts.subject.chunks,
        subject.map((place) => written[place] ?? ""),
      ),
  };
}

/** Between the last slot of the text and the first of the HTML there is one chunk, in which the HTML part begins. */
function bodyChunks(text: readonly string[], html: readonly string[]): string[] {
  const turn = `${text.at(-1)}${HTML_PART}${html[0]}`;
  const [first = "", ...rest] = [...text.slice(0, -1), turn, ...html.slice(1)];
  const last = rest.pop();
  return last === undefined ? [`${TEXT_PART}${first}${END}`] : [`${TEXT_PART}${first}`, ...rest, `${last}${END}`];
}

/** What was written to the person before too is about the sender or the offer: from the second time on it is kept encoded. */
function gapFiller(places: readonly number[]): PreparedMime["between"] {
  const last: { text: string; encoded?: Buffer }[] = [];
  return (written) =>
    places.map((place, gap) => {
      const text = written[place] ?? "";
      const before = last[gap];
      if (before?.text !== text) {
        last[gap] = { text };
        return text;
      }
      before.encoded ??= quotedPrintable(text);
      return before.encoded;
    });
}

function partHead(type: string): string {
  return `\r\n--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}
