import type { MessageAttributes } from "./queue.ts";

/** The numbered groups of a query-protocol request, for example every `Entries.member.<n>.` as its own parameters. */
export function prefixed(input: URLSearchParams, prefix: string): URLSearchParams[] {
  const groups = new Map<number, URLSearchParams>();
  for (const [name, value] of input) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const [index = "", ...rest] = name.slice(prefix.length + 1).split(".");
    const group = groups.get(Number(index)) ?? new URLSearchParams();
    group.set(rest.join("."), value);
    groups.set(Number(index), group);
  }
  return [...groups].sort(([left], [right]) => left - right).map(([, group]) => group);
}

/** The message attributes of a publication: `MessageAttributes.entry.<n>.Name`, `.Value.DataType`, `.Value.StringValue`. */
export function attributesIn(input: URLSearchParams): MessageAttributes {
  const entries = prefixed(input, "MessageAttributes.entry").map((entry) => {
    const text = entry.get("Value.StringValue");
    const binary = entry.get("Value.BinaryValue");
    return [
      entry.get("Name") ?? "",
      {
        DataType: entry.get("Value.DataType") ?? "String",
        ...(text !== null && { StringValue: text }),
        ...(binary !== null && { BinaryValue: binary }),
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}
