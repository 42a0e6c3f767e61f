import { liveOn, liveThrough, type Progress, type Survived } from "./crash-points.ts";
import type { Flow } from "./flow.ts";
import { type StartedProduct, startProduct } from "./started-product.ts";

/** One call at which the process is killed: the nth that a function makes of an operation. */
export interface Kill {
  caller: string;
  service: "dynamodb" | "sqs" | "ses";
  action: string;
  nth: number;
  mode: "crash-before" | "crash-after";
}

/** Lives a flow in a process that is killed at one call, starts it again on what is left, and lives on. */
export async function killOnce(flow: Flow, dataDir: string, kill: Kill): Promise<Survived & { killed: boolean }> {
  const first = await startProduct({ dataDir });
  const progress: Progress = { step: 0, answered: false };
  const killed = await diesDuring(first, flow, kill, progress);
  if (!killed) {
    const end = await first.state();
    await first.local.kill();
    return { killed, found: end, end };
  }
  // The links in the mails name the port.
  const second = await startProduct({ dataDir, port: Number(new URL(first.url).port) });
  try {
    return { killed, ...(await liveOn(second, flow, progress)) };
  } finally {
    await second.local.kill();
  }
}

async function diesDuring({ local, ...reach }: StartedProduct, flow: Flow, kill: Kill, progress: Progress) {
  const { nth, ...fault } = kill;
  await local.fault({ ...fault, skip: nth - 1 });
  const ended = local.ended().then(() => true);
  const lived = liveThrough(reach, flow, progress).then(
    () => false,
    async (cause: Error) => {
      // A request that was cut off is what a crash looks like from outside; anything else is a fault of its own.
      if (cause.message.includes("fetch failed") || (await Promise.race([ended, inFiveSeconds()]))) return ended;
      await local.kill();
      throw cause;
    },
  );
  return Promise.race([ended, lived]);
}

function inFiveSeconds(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), 5000).unref());
}

/** Every call of a flow that writes, as a kill before and a kill after it. */
export async function everyKill(flow: Flow, dataDir: string): Promise<Kill[]> {
  const product = await startProduct({ dataDir });
  try {
    await product.local.local("DELETE", "/capacity");
    await liveThrough(product, flow, { step: 0, answered: false });
    const { calls } = await product.local.local<{ calls: Called[] }>("GET", "/capacity");
    return calls.filter(({ operation }) => WRITES.has(operation)).flatMap(killsAt);
  } finally {
    await product.local.kill();
  }
}

const WRITES = new Set([
  "PutItem",
  "UpdateItem",
  "TransactWriteItems",
  "BatchWriteItem",
  "SendMessageBatch",
  "SendEmail",
  "SendBulkEmail",
]);

interface Called {
  function: string;
  service: Kill["service"];
  operation: string;
  calls: number;
}

function killsAt({ function: caller, service, operation: action, calls }: Called): Kill[] {
  const modes = ["crash-before", "crash-after"] as const;
  return Array.from({ length: calls }, (_, at) => at + 1).flatMap((nth) =>
    modes.map((mode) => ({ caller, service, action, nth, mode })),
  );
}
