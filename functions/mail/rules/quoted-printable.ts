/** RFC 2045 section 6.7: an encoded line has at most 76 characters, the `=` of a soft line break included. */
const LONGEST_LINE = 75;

/** A letter of three bytes takes nine, and every 75 of them a soft line break. */
export const WIDEST_ENCODED = 10;

const ASCII = /^[ -~\t]*$/;
const PLAIN_LINE = /^[ -<>-~]{1,75}$/;
const SOFT_END = "=\r\n";
const [BLANK, EQUALS, TILDE] = [32, 61, 126];
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
  if (PLAIN_LINE.test(text)) {
    return writeAscii(memory, from, text + SOFT_END);
  }
  const lines = /[\r\n]/.test(text) ? text.split(/\r\n?|\n/) : [text];
  const last = lines.pop() ?? "";
  let at = from;
  for (const line of lines) at = writeAscii(memory, writeClosedLine(memory, at, line), "\r\n");
  return last === "" ? at : writeAscii(memory, writeLine(memory, at, last), SOFT_END);
}

/** A blank before a hard line break would be lost on the way. */
function writeClosedLine(memory: Buffer, from: number, line: string): number {
  const text = line.replace(/[ \t]$/, "");
  const at = writeLine(memory, from, text);
  if (text === line) {
    return at;
  }
  // On a line of its own it has room, however long the line before it is.
  return writeAscii(memory, at, `${SOFT_END}${line.endsWith(" ") ? "=20" : "=09"}`);
}

function writeLine(memory: Buffer, from: number, text: string): number {
  return ASCII.test(text)
    ? writeAscii(memory, from, wrapped(text.replaceAll("=", "=3D")))
    : writeLetters(memory, from, text);
}

function writeAscii(memory: Buffer, from: number, text: string): number {
  return from + memory.write(text, from, "latin1");
}

/** Breaks an encoded line softly; an encoded byte is never broken. */
function wrapped(line: string): string {
  let broken = "";
  let from = 0;
  while (line.length - from > LONGEST_LINE) {
    const to = from + LONGEST_LINE;
    const end = line.lastIndexOf("=", to - 1) > to - 3 ? line.lastIndexOf("=", to - 1) : to;
    broken += `${line.slice(from, end)}${SOFT_END}`;
    from = end;
  }
  return from === 0 ? line : broken + line.slice(from);
}

function writeLetters(memory: Buffer, from: number, text: string): number {
  let at = from;
  let lineAt = from;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? BLANK;
    const bytes = isPlain(point) ? PLAIN : bytesOf(point);
    if (at - lineAt + sizeOf(bytes) > LONGEST_LINE) {
      at = writeAscii(memory, at, SOFT_END);
      lineAt = at;
    }
    at = bytes === PLAIN ? memory.writeUInt8(point, at) : writeEncoded(memory, at, bytes);
  }
  return at;
}

const PLAIN: readonly number[] = [];

function isPlain(point: number): boolean {
  return point >= BLANK && point <= TILDE && point !== EQUALS;
}

function sizeOf(bytes: readonly number[]): number {
  return bytes === PLAIN ? 1 : 3 * bytes.length;
}

/** The bytes of a letter in UTF-8; half of a pair stands for no letter and is written as the sign for that. */
function bytesOf(point: number): number[] {
  const whole = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  const rest = (shift: number) => 0x80 | ((whole >> shift) & 0x3f);
  if (whole < 0x80) return [whole];
  if (whole < 0x800) return [0xc0 | (whole >> 6), rest(0)];
  return whole < 0x10000
    ? [0xe0 | (whole >> 12), rest(6), rest(0)]
    : [0xf0 | (whole >> 18), rest(12), rest(6), rest(0)];
}

function writeEncoded(memory: Buffer, from: number, bytes: readonly number[]): number {
  let at = from;
  for (const byte of bytes) {
    memory[at] = EQUALS;
    memory[at + 1] = HEX[byte >> 4] ?? 0;
    memory[at + 2] = HEX[byte & 15] ?? 0;
    at += 3;
  }
  return at;
}
