/** JSON laid out for a reader, nested JSON texts opened up; anything else as it is. */
export function prettyJson(text: string): string {
  const value = opened(text);
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function opened(value: unknown): unknown {
  if (typeof value === "string") {
    if (!/^\s*[{[]/.test(value)) return value;
    try {
      return opened(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(opened);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, opened(each)]));
}
