import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Queues } from "../../../local/queues/queues.ts";

it("keeps every acknowledged message when its process is killed in the middle of sending", async () => {
  const folder = mkdtempSync(join(tmpdir(), "queues-"));
  const file = join(folder, "queues.sqlite");
  const sender = spawn(process.execPath, [fileURLToPath(new URL("./killed-sender.ts", import.meta.url)), file]);
  const exited = once(sender, "exit");
  let acknowledged = 0;
  for await (const line of createInterface({ input: sender.stdout })) {
    acknowledged = Number(line) + 1;
    if (acknowledged === 300) sender.kill("SIGKILL");
  }
  await exited;
  expect(sender.signalCode).toBe("SIGKILL");
  const queues = new Queues({ file, now: () => Date.now() });
  queues.define({ name: "work" });
  expect(queues.counts("work").visible).toBeGreaterThanOrEqual(acknowledged);
  expect(queues.peek("work", 100_000).at(-1)?.body).toBe("message 0");
  queues.close();
  rmSync(folder, { recursive: true });
});
