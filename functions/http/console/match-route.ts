import type { Route } from "../routes/route.ts";

export type Matched<Entry> =
  | { ok: true; entry: Entry; params: Record<string, string> }
  | { ok: false; reason: "not-found" | "method-not-allowed" };

/** Finds the route that a method and path mean, and the values of its path parameters. */
export function matchRoute<Entry extends { route: Pick<Route, "method" | "path"> }>(
  entries: readonly Entry[],
  method: string,
  path: string,
): Matched<Entry> {
  const onPath = entries.flatMap((entry) => {
    const params = paramsIn(entry.route.path, path);
    return params ? [{ entry, params }] : [];
  });
  const found = onPath.find(({ entry }) => entry.route.method === method);
  if (found) return { ok: true, ...found };
  return { ok: false, reason: onPath.length > 0 ? "method-not-allowed" : "not-found" };
}

function paramsIn(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) params[name] = decoded(value);
    else if (part !== value) return undefined;
  }
  return params;
}

/** A path that is not valid UTF-8 matches no schema, so it stays as it came. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
