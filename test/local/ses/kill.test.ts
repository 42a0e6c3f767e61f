import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Ses } from "../../../local/ses/ses.ts";

it("keeps every mail whose acceptance was told, with its events, when its process is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ses-"));
  const file = join(folder, "mail.db");
  const sender = spawn(process.execPath, [fileURLToPath(new URL("./killed-sender.ts", import.meta.url)), file]);
  const exited = once(sender, "exit");
  const told: string[] = [];
  for await (const id of createInterface({ input: sender.stdout })) {
    told.push(id);
    if (told.length === 40) sender.kill("SIGKILL");
  }
  await exited;
  expect(sender.signalCode).toBe("SIGKILL");
  const ses = new Ses({ file, now: () => Date.now(), publish: () => undefined });
  expect(told.filter((id) => ses.find(id) === undefined)).toEqual([]);
  expect(told.every((id) => ses.eventsOf(id).length === 2)).toBe(true);
  ses.close();
  rmSync(folder, { recursive: true });
});
