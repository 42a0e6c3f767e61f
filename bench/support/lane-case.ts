import { spawn } from "node:child_process";
import path from "node:path";
import type { LaneCase, LaneFigures } from "./lane-rounds.ts";

/** Sends mails in a process of their own, and tells what it took. */
export function laneFigures(given: LaneCase): Promise<LaneFigures> {
  const script = path.join(import.meta.dirname, "lane-rounds.ts");
  const child = spawn(process.execPath, ["--expose-gc", script, JSON.stringify(given)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(said.trim().split("\n").at(-1) ?? "") as LaneFigures);
      else reject(new Error(`The send ${JSON.stringify(given)} ended with ${code}: ${said}`));
    });
  });
}
