import { givenValue } from "../../content/rules/given-value.ts";
import type { LinkTable } from "../../content/rules/track-links.ts";

/** Where the links of one copy lead, by the variables that say so: kept with the message, because offers change. */
export type LinkTargets = Readonly<Record<string, string>>;

/** The addresses that a copy's variables give to its links; undefined when every link has a fixed one. */
export function linkTargets(links: LinkTable | undefined, variables: Record<string, unknown>): LinkTargets | undefined {
  const names = Object.values(links ?? {}).flatMap((target) => ("of" in target ? [target.of] : []));
  const found = [...new Set(names)].flatMap((name) => {
    const given = givenValue(variables, name);
    const url = typeof given === "string" ? URL.parse(given)?.href : undefined;
    return url ? [[name, url] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
