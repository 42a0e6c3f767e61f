import type { CompiledContent } from "../../content/rules/compiled-content.ts";
import { contentSlots, type Refused, type WrittenSlots } from "../../content/rules/content-slots.ts";
import type { VariableValues } from "../../content/rules/fill-variables.ts";
import { joinPart } from "../../content/rules/slotted-part.ts";
import { joinBytes } from "./join-bytes.ts";
import { type MimeHead, mimeHead } from "./mime-head.ts";
import { quotedPrintable } from "./quoted-printable.ts";

export type RenderedMime = { ok: true; message: Buffer } | Refused;

// `=_` cannot come up in quoted-printable, so no mail can hold its own boundary.
const BOUNDARY = "=_tastemaker";
const TEXT_PART = partHead("text/plain");
const HTML_PART = partHead("text/html");
const END = `\r\n--${BOUNDARY}--\r\n`;

interface PreparedMime {
  /** Text and HTML, encoded beforehand, with a gap for each slot. */
  chunks: readonly Buffer[];
  fill(written: readonly string[]): readonly string[];
  subject(written: readonly string[]): string;
  write(values: VariableValues, zone: string): WrittenSlots;
}

/** A version never changes, so each is encoded once for as long as it is held. */
const known = new WeakMap<CompiledContent, PreparedMime>();

/** The whole message for one person, text and HTML, as it may be handed to any mail server. */
export function renderMime(
  content: CompiledContent,
  values: VariableValues,
  zone: string,
  head: MimeHead,
): RenderedMime {
  let prepared = known.get(content);
  if (!prepared) {
    prepared = prepare(content);
    known.set(content, prepared);
  }
  const slots = prepared.write(values, zone);
  if (!slots.ok) {
    return slots;
  }
  const type = `Content-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n`;
  const start = `${mimeHead(head, prepared.subject(slots.written))}${type}`;
  return { ok: true, message: joinBytes(start, prepared.chunks, prepared.fill(slots.written)) };
}

function prepare(content: CompiledContent): PreparedMime {
  const { parts, places, write } = contentSlots(content);
  const chunks = bodyChunks(parts.text.chunks.map(quotedPrintable), parts.html.chunks.map(quotedPrintable));
  const subject = places.subject;
  return {
    chunks: chunks.map((chunk) => Buffer.from(chunk, "latin1")),
    fill: slotEncoder([...places.text, ...places.html]),
    subject: (written) =>
      joinPart(
        parts.subject.chunks,
        subject.map((place) => written[place] ?? ""),
      ),
    write,
  };
}

/** Between the last slot of the text and the first of the HTML there is one chunk, in which the HTML part begins. */
function bodyChunks(text: readonly string[], html: readonly string[]): string[] {
  const turn = `${text.at(-1)}${HTML_PART}${html[0]}`;
  const [first = "", ...rest] = [...text.slice(0, -1), turn, ...html.slice(1)];
  const last = rest.pop();
  return last === undefined ? [`${TEXT_PART}${first}${END}`] : [`${TEXT_PART}${first}`, ...rest, `${last}${END}`];
}

/** What was written to the last person too is not encoded again. */
function slotEncoder(places: readonly number[]): PreparedMime["fill"] {
  const last: { written: string; encoded: string }[] = [];
  return (written) =>
    places.map((place) => {
      const text = written[place] ?? "";
      const known = last[place];
      if (known?.written === text) return known.encoded;
      const encoded = quotedPrintable(text);
      last[place] = { written: text, encoded };
      return encoded;
    });
}

function partHead(type: string): string {
  return `\r\n--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}
