import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { PacedQueue } from "../../../functions/platform/work-rows.ts";
import type { LaneWorld } from "../../functions/lanes/support/lane-world.ts";

/** When a sender dies: so many milliseconds after the AWS services got so many calls. */
export interface Death {
  calls: number;
  afterMs: number;
}

const SENDER = path.join(import.meta.dirname, "../../functions/lanes/support/lane-sender.ts");

/** A sender works in a process of its own and dies by SIGKILL, unless it is done before; tells whether it was killed. */
export async function killedSender(world: LaneWorld, lane: PacedQueue, death?: Death): Promise<boolean> {
  const laterMs = Date.parse(world.now()) - Date.now();
  const sender = fork(SENDER, [lane, String(laterMs)], { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  let calls = 0;
  world.onCall(() => {
    calls += 1;
    if (calls === death?.calls) setTimeout(() => sender.kill("SIGKILL"), death.afterMs);
  });
  const [code, signal] = await once(sender, "exit");
  world.onCall(undefined);
  // By the end of its lease the provider has long taken whatever it was given.
  await world.atRest();
  if (signal !== "SIGKILL" && code !== 0)
    throw new Error(`The sender of the ${lane} lane ended with ${code ?? signal}.`);
  return signal === "SIGKILL";
}
