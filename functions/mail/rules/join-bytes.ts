/** Writes a start, and chunks with a text in each gap between them, into one piece of memory. */
export function joinBytes(
  start: string,
  chunks: readonly Buffer[],
  between: readonly string[],
  encoding: "latin1" | "utf8" = "latin1",
): Buffer {
  const sizeOf = (text: string) => (encoding === "latin1" ? text.length : Buffer.byteLength(text));
  let size = sizeOf(start);
  for (const chunk of chunks) size += chunk.length;
  for (const text of between) size += sizeOf(text);
  const joined = Buffer.allocUnsafe(size);
  let at = joined.write(start, encoding);
  for (let place = 0; place < chunks.length; place++) {
    const [chunk, text] = [chunks[place], between[place]];
    if (chunk) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    if (text) at += joined.write(text, at, encoding);
  }
  return joined;
}
