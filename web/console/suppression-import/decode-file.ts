/** A list may be so large; a longer one is better asked for in parts. */
export const LARGEST_FILE = 20 * 1024 * 1024;

export type DecodedFile =
  | { ok: true; text: string; encoding: string }
  | { ok: false; reason: "too-large" | "no-text" | "empty" };

/** Reads a file as text, whatever it was saved as: by its mark, as UTF-8, as Chinese, and at last as Western European. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > LARGEST_FILE) return { ok: false, reason: "too-large" };
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text === undefined) continue;
    if (text.trim() === "") return { ok: false, reason: "empty" };
    // A spreadsheet or archive is full of zero characters, and no CSV has one.
    return text.includes("\0") ? { ok: false, reason: "no-text" } : { ok: true, text, encoding };
  }
  return { ok: false, reason: "no-text" };
}

function encodingsOf([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  // GB18030 contains GBK and GB2312. Windows-1252 reads everything, so it comes last.
  return ["utf-8", "gb18030", "windows-1252"];
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
