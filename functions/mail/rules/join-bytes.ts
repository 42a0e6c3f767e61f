/** Writes a text into memory, from a place on, and tells where it ends. */
export interface TextWriter {
  write(memory: Buffer, at: number, text: string): number;
  /** The most bytes that it takes for a letter, and beside them for a text. */
  widest: number;
  more: number;
}

/**
 * Writes a start, and chunks with a text in each gap between them, into one piece of memory: its own, or one that is
 * handed in and surely large enough. A text may be written already.
 */
export function joinBytes(
  start: string,
  chunks: readonly Buffer[],
  between: readonly (string | Buffer)[],
  texts: TextWriter,
  given?: Buffer,
): Buffer {
  const most = mostBytes(start, chunks, between, texts);
  const memory = given && given.length >= most ? given : Buffer.allocUnsafe(most);
  let at = memory.write(start);
  for (let place = 0; place < chunks.length; place++) {
    at = copy(memory, at, chunks[place]);
    const text = between[place];
    at = typeof text === "string" ? texts.write(memory, at, text) : copy(memory, at, text);
  }
  return memory.subarray(0, at);
}

function copy(memory: Buffer, at: number, bytes: Buffer | undefined): number {
  if (bytes === undefined) {
    return at;
  }
  memory.set(bytes, at);
  return at + bytes.length;
}

function mostBytes(
  start: string,
  chunks: readonly Buffer[],
  between: readonly (string | Buffer)[],
  { widest, more }: TextWriter,
): number {
  let most = start.length * 3 + between.length * more;
  for (const text of between) most += text.length * widest;
  for (const chunk of chunks) most += chunk.length;
  return most;
}
