/** The value that a sender gave for a variable, flat ("contact.name") or nested ({ contact: { name } }). */
export function givenValue(
  values: Readonly<Record<string, unknown>>,
  name: string,
  path: readonly string[] = name.split("."),
): unknown {
  if (Object.hasOwn(values, name)) {
    return values[name];
  }
  let found: unknown = values;
  for (const segment of path) {
    const isRecord = typeof found === "object" && found !== null && Object.hasOwn(found, segment);
    found = isRecord ? (found as Record<string, unknown>)[segment] : undefined;
  }
  return found;
}
