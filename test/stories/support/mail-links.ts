import type { LocalMessage } from "../../support/local-control.ts";
import type { Local } from "../../support/start-local.ts";

/** Every address that the HTML of a mail leads to, and the one in its head by which mail programs unsubscribe. */
export function linksOf({ html, headers }: Pick<LocalMessage, "html" | "headers">): string[] {
  const inBody = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/gi)].map(([, url = ""]) => decoded(url));
  const unsubscribe = Object.entries(headers).find(([name]) => name.toLowerCase() === "list-unsubscribe")?.[1] ?? "";
  const inHead = [...unsubscribe.matchAll(/<(http[^>]+)>/g)].map(([, url = ""]) => url);
  return [...new Set([...inBody, ...inHead])];
}

/** Where the link of the newest mail leads that has one to this path. */
export async function newestLink(local: Local, email: string, path: string): Promise<string> {
  await local.settle();
  const links = (await local.messages(email)).flatMap(linksOf);
  const found = links.findLast((link) => new URL(link).pathname === path);
  if (found === undefined) throw new Error(`No mail to ${email} leads to ${path}, only to:\n${links.join("\n")}`);
  return found;
}

function decoded(attribute: string): string {
  const numbered = attribute.replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
  return numbered.replaceAll("&amp;", "&");
}
