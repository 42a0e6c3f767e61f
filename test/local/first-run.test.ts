import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { prepareStore } from "../../local/first-run.ts";
import { runAssembly } from "../../local/run.ts";

const ROOT = resolve(import.meta.dirname, "../..");

it("is not ready before the starter programme is applied: whoever signed up earlier would get no mail", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "tastemaker-first-run-"));
  const runtime = await runAssembly({ assemblyFolder: join(ROOT, "cdk.out"), dataFolder, port: 0 });
  const health = async () => {
    const answer = await fetch(`${runtime.url}/_local/health`);
    return [answer.status, await answer.json()];
  };
  try {
    expect(await health()).toEqual([503, { ready: false }]);
    await prepareStore(runtime, join(ROOT, "templates"), () => undefined);
    expect(await health()).toEqual([200, { ready: true }]);
  } finally {
    await runtime.stop();
    rmSync(dataFolder, { recursive: true });
  }
}, 60_000);
