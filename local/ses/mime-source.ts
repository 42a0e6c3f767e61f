export interface SourceHeader {
  name: string;
  /** Unfolded, still encoded. */
  value: string;
  /** The lines as they stand in the source. */
  source: string;
}

/** The head of a MIME source, header by header. */
export function headersIn(raw: Buffer): SourceHeader[] {
  const head = raw.subarray(0, bodyStart(raw)).toString("latin1");
  return (head.match(/^[^\s:][^:\r\n]*:.*(?:\r?\n[ \t].*)*/gm) ?? []).map((source) => {
    const colon = source.indexOf(":");
    return { name: source.slice(0, colon).trim(), value: unfolded(source.slice(colon + 1)), source };
  });
}

export function headerIn(raw: Buffer, name: string): string | undefined {
  return headersIn(raw).find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The same source with some headers taken away and others put on top. */
export function withHeaders(raw: Buffer, without: (name: string) => boolean, added: [string, string][]): Buffer {
  const kept = headersIn(raw).filter((header) => !without(header.name.toLowerCase()));
  const lines = [...added.map(([name, value]) => `${name}: ${value}`), ...kept.map((header) => header.source)];
  const head = `${lines.join("\r\n").replace(/\r?\n/g, "\r\n")}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, "latin1"), raw.subarray(bodyStart(raw))]);
}

function unfolded(value: string): string {
  return value.replace(/\r?\n[ \t]+/g, " ").trim();
}

function bodyStart(raw: Buffer): number {
  const strict = raw.indexOf("\r\n\r\n");
  const loose = raw.indexOf("\n\n");
  if (strict < 0 && loose < 0) return raw.length;
  if (strict >= 0 && (loose < 0 || strict < loose)) return strict + 4;
  return loose + 2;
}
