/** Fields by name, each given once. The object has no prototype, so no name reaches into the language. */
export type Fields = Record<string, string>;

export type FieldsRead =
  | { ok: true; fields: Fields }
  | { ok: false; reason: "duplicate-field" | "too-many-fields" | "malformed-body" };

const MAX_FIELDS = 40;

/** Collects fields. One sent twice is refused: a proxy might have read the first and we the second. */
export function readFields(pairs: Iterable<[name: string, value: string]>): FieldsRead {
  const fields: Fields = Object.create(null);
  let count = 0;
  for (const [name, value] of pairs) {
    if (++count > MAX_FIELDS) return { ok: false, reason: "too-many-fields" };
    if (name === "__proto__") return { ok: false, reason: "malformed-body" };
    if (name in fields) return { ok: false, reason: "duplicate-field" };
    fields[name] = value;
  }
  return { ok: true, fields };
}

/** The fields of a query string. The gateway's own parsing joins repeated names by commas; this refuses them. */
export function readQuery(rawQueryString: string): FieldsRead {
  return readFields(new URLSearchParams(rawQueryString));
}
