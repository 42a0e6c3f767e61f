/** RFC 2045 section 6.7: an encoded line has at most 76 characters, the `=` of a soft line break included. */
const LONGEST_LINE = 75;

/** A letter of three bytes takes nine, and every 75 of them a soft line break. */
export const WIDEST_ENCODED = 10;

const [TAB, LINE_FEED, RETURN, BLANK, EQUALS, TILDE] = [9, 10, 13, 32, 61, 126] as const;
const HEX = Buffer.from("0123456789ABCDEF");

/**
 * Encodes a stretch of a text so that stretches can be put together in any order: each begins at the beginning of a
 * line and leaves the next one there, by a soft line break where the text has none.
 */
export function quotedPrintable(text: string): Buffer {
  const memory = Buffer.alloc((text.length + 1) * WIDEST_ENCODED);
  return memory.subarray(0, writeQuotedPrintable(memory, 0, text));
}

/** The same, written from a place in memory on; tells where it ends. */
export function writeQuotedPrintable(memory: Buffer, from: number, text: string): number {
  const lines = text.includes("\n") || text.includes("\r") ? text.split(/\r\n?|\n/) : [text];
  const last = lines.pop() ?? "";
  let at = from;
  for (const line of lines) at = writeHardEnd(memory, writeClosedLine(memory, at, line));
  return last === "" ? at : writeSoftEnd(memory, writeLine(memory, at, last));
}

/** A blank before a hard line break would be lost on the way. */
function writeClosedLine(memory: Buffer, from: number, line: string): number {
  const text = line.replace(/[ \t]$/, "");
  const at = writeLine(memory, from, text);
  // On a line of its own it has room, however long the line before it is.
  return text === line ? at : writeByte(memory, writeSoftEnd(memory, at), line.endsWith(" ") ? BLANK : TAB);
}

// Lines of usual length become bytes here: making room for each anew would take longer than encoding it.
const desk = Buffer.alloc(4096);

function writeLine(memory: Buffer, from: number, line: string): number {
  const bytes = line.length * 3 <= desk.length ? desk : Buffer.alloc(line.length * 3);
  const length = bytes.write(line);
  let at = from;
  let room = LONGEST_LINE;
  for (let place = 0; place < length; ) {
    const copied = copyPlain(memory, at, bytes, place, Math.min(length, place + room));
    at += copied;
    place += copied;
    room -= copied;
    if (place < length) {
      const byte = bytes[place] ?? BLANK;
      if (room < spaceFor(byte)) {
        at = writeSoftEnd(memory, at);
        room = LONGEST_LINE;
      } else {
        at = writeByte(memory, at, byte);
        room -= 3;
        place += 1;
      }
    }
  }
  return at;
}

const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === TAB || (byte >= BLANK && byte <= TILDE && byte !== EQUALS) ? 1 : 0,
);

/** Copies what stands for itself, as far as it goes, and tells how much: nearly everything is written by this loop. */
function copyPlain(memory: Buffer, to: number, bytes: Buffer, from: number, end: number): number {
  let place = from;
  for (let byte = 0; place < end; place++) {
    byte = bytes[place] ?? 0;
    if (PLAIN[byte] === 0) break;
    memory[to + place - from] = byte;
  }
  return place - from;
}

/** What a byte needs on its line: the first of a letter brings the others along, so that no letter is broken. */
function spaceFor(byte: number): number {
  if (PLAIN[byte] === 1) return 1;
  if (byte < 0xc0) return 3;
  if (byte < 0xe0) return 6;
  return byte < 0xf0 ? 9 : 12;
}

function writeByte(memory: Buffer, at: number, byte: number): number {
  memory[at] = EQUALS;
  memory[at + 1] = HEX[byte >> 4] ?? 0;
  memory[at + 2] = HEX[byte & 15] ?? 0;
  return at + 3;
}

function writeSoftEnd(memory: Buffer, at: number): number {
  memory[at] = EQUALS;
  return writeHardEnd(memory, at + 1);
}

function writeHardEnd(memory: Buffer, at: number): number {
  memory[at] = RETURN;
  memory[at + 1] = LINE_FEED;
  return at + 2;
}
