/** RFC 2045 section 6.7: an encoded line has at most 76 characters, the `=` of a soft line break included. */
const LONGEST_LINE = 75;

const PLAIN = /^[ -<>-~]{1,75}$/;

/**
 * Encodes a stretch of a text so that stretches can be put together in any order: each begins at the beginning of a
 * line and leaves the next one there, by a soft line break where the text has none.
 */
export function quotedPrintable(text: string): string {
  if (PLAIN.test(text)) {
    return `${text}=\r\n`;
  }
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const last = lines.pop() ?? "";
  const closed = lines.map((line) => `${encodedLine(line, true)}\r\n`).join("");
  return last ? `${closed}${encodedLine(last, false)}=\r\n` : closed;
}

/** One line, wrapped; a blank before a hard line break would be lost on the way. */
function encodedLine(line: string, isClosed: boolean): string {
  const wrapped: string[] = [];
  let held = "";
  for (const piece of piecesOf(line, isClosed)) {
    if (held.length + piece.length > LONGEST_LINE) {
      wrapped.push(held);
      held = "";
    }
    held += piece;
  }
  return [...wrapped, held].join("=\r\n");
}

/** Characters and encoded bytes, neither of which may be broken. */
function piecesOf(line: string, isClosed: boolean): string[] {
  const kept = isClosed ? line.replace(/[ \t]$/, "") : line;
  const encoded = kept.replace(/[^ -<>-~\t]+/g, hexOf) + hexOf(line.slice(kept.length));
  return encoded.match(/=[0-9A-F]{2}|./g) ?? [];
}

function hexOf(text: string): string {
  return Buffer.from(text)
    .toString("hex")
    .toUpperCase()
    .replace(/../g, (byte) => `=${byte}`);
}
