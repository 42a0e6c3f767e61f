import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TEMPLATES = join(import.meta.dirname, "../../templates");

/** The texts of templates/ by path, as a programme folder hands them over. */
export function emailFolder(): Record<string, string> {
  const paths = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const wanted = paths.filter((path) => /^(emails|layouts|partials|locales)\/.+\.(mjml|yaml|json)$/.test(path));
  return Object.fromEntries(wanted.map((path) => [path, readFileSync(join(TEMPLATES, path), "utf8")]));
}
