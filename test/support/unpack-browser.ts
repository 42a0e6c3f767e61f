import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";

/** A browser and the surroundings in which it runs. */
export interface UnpackedBrowser {
  executablePath: string;
  env: Record<string, string>;
}

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
// The libraries (al2023) are those that a bare Linux lacks.
const PARTS = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];

/** Unpacks the browser that came with npm, once for each version and machine. */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const folder = join(tmpdir(), `tastemaker-chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023/lib"), FONTCONFIG_PATH: join(folder, "fonts") };
  return { executablePath: join(folder, "chromium"), env: env as Record<string, string> };
}

/** Two test files may come here at once: each unpacks beside, and the first to finish gives the folder its name. */
async function unpackInto(folder: string): Promise<void> {
  const beside = mkdtempSync(`${folder}-`);
  await inside(beside, () => Promise.all(PARTS.map((part) => inflate(join(PACKAGE, "bin", part)))));
  writeFileSync(join(beside, "fonts/fonts.conf"), fontsIn(join(folder, "fonts")));
  try {
    renameSync(beside, folder);
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw new Error(`The browser could not be unpacked into ${folder}`, { cause });
  }
}

/** The package unpacks into the folder for temporary files, wherever that is when it is asked. */
async function inside(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The package's own file names only folders of Lambda; without a font every text would be 0 pixels high. */
function fontsIn(folder: string): string {
  const places = [folder, "/usr/share/fonts"].map((place) => `<dir>${place}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${places}<cachedir>${folder}/cache</cachedir></fontconfig>`;
}
