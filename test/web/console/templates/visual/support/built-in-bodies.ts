import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const EMAILS = join(import.meta.dirname, "../../../../../../templates/emails");

/** Every body that the product brings along, in all its languages. */
export function builtInBodies(): { name: string; body: string }[] {
  const found = readdirSync(EMAILS, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".mjml"));
  return found.toSorted().map((name) => ({ name, body: readFileSync(join(EMAILS, name), "utf8") }));
}
