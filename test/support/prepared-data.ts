import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareStore } from "../../local/first-run.ts";
import { runAssembly } from "../../local/run.ts";

/**
 * Fills a folder with the data of a product that has just been started for the first time. Applying the starter
 * programme takes seconds, so it is done once for each assembly and copied from then on.
 */
export async function preparedData(assembly: string, templates: string, dataFolder: string): Promise<void> {
  const kept = join(tmpdir(), `tastemaker-prepared-${fingerprint(assembly, templates)}`);
  if (!existsSync(kept)) await prepare(assembly, templates, kept);
  cpSync(kept, dataFolder, { recursive: true });
}

async function prepare(assembly: string, templates: string, kept: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "tastemaker-preparing-"));
  const runtime = await runAssembly({ assemblyFolder: assembly, dataFolder: scratch, port: 0 });
  await prepareStore(runtime, templates, () => undefined).finally(() => runtime.stop());
  try {
    renameSync(scratch, kept);
  } catch {
    // Another test file was quicker; its data are as good.
    rmSync(scratch, { recursive: true, force: true });
  }
}

// The templates of the stacks name their code by its hash, so they stand for the functions too.
function fingerprint(assembly: string, templates: string): string {
  const stacks = readdirSync(assembly).filter((file) => file.endsWith(".template.json"));
  const texts = readdirSync(templates, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = [
    ...stacks.map((file) => join(assembly, file)),
    ...texts.map(({ parentPath, name }) => join(parentPath, name)),
  ];
  const hash = createHash("sha256");
  for (const path of paths.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest("hex").slice(0, 24);
}
