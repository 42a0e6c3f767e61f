import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const TEMPLATES = resolve(import.meta.dirname, "../../../templates");

/** Every file under templates/ as text, by its path below it: what an operator hands to apply-programme. */
export function starterFiles(): Record<string, string> {
  const files = readdirSync(TEMPLATES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(TEMPLATES, path), readFileSync(path, "utf8")];
    }),
  );
}
