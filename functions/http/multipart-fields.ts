/** The text fields of a multipart form (RFC 7578); nothing if it is not one. Our forms take no files. */
export function multipartFields(body: string, contentType: string): [string, string][] | undefined {
  const boundary = boundaryOf(contentType);
  if (!boundary) return undefined;
  // With a line break in front, the first delimiter looks like every other one.
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`);
  const closing = parts.pop();
  if (parts.length === 0 || !closing?.startsWith("--")) return undefined;
  return everyField(parts.slice(1));
}

function boundaryOf(contentType: string): string | undefined {
  // At most 70 characters (RFC 2046, 5.1.1).
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType);
  return found?.[1] ?? found?.[2];
}

function everyField(parts: string[]): [string, string][] | undefined {
  const fields: [string, string][] = [];
  for (const part of parts) {
    const field = fieldOf(part);
    if (!field) return undefined;
    fields.push(field);
  }
  return fields;
}

function fieldOf(part: string): [string, string] | undefined {
  const end = part.indexOf("\r\n\r\n");
  if (!part.startsWith("\r\n") || end < 0 || end > 1000) return undefined;
  const head = part.slice(2, end);
  const name = /^content-disposition:\s*form-data\s*;\s*name="([^"\r\n]*)"/im.exec(head)?.[1];
  if (name === undefined || /;\s*filename\*?=/i.test(head)) return undefined;
  return [name, part.slice(end + 4)];
}
