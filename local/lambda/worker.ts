import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { installFakeTime } from "./fake-time.ts";
import type { FunctionFailure, Invocation, WorkerMessage, WorkerStart } from "./messages.ts";

/** The inside of one execution environment: loads the deployed bundle and runs one invocation at a time. */

type Handler = (event: unknown, context: object) => unknown;

const start = workerData as WorkerStart;
let current: string | undefined;

installFakeTime(start.clock);
captureOutput("stdout");
captureOutput("stderr");
process.on("unhandledRejection", (cause) => tell({ kind: "failure", requestId: current, failure: failureOf(cause) }));
process.on("uncaughtException", (cause) => tell({ kind: "failure", requestId: current, failure: failureOf(cause) }));

try {
  const handler = handlerFrom(start);
  parentPort?.on("message", (invocation: Invocation) => void run(handler, invocation));
  tell({ kind: "ready", requestId: undefined });
} catch (cause) {
  tell({ kind: "failure", requestId: undefined, failure: failureOf(cause) });
}

function handlerFrom({ bundle, exportName }: WorkerStart): Handler {
  const handler: unknown = createRequire(bundle)(bundle)[exportName];
  if (typeof handler === "function") return handler as Handler;
  throw new TypeError(`${bundle} exports no function "${exportName}".`);
}

async function run(handler: Handler, { requestId, payload, timeoutMs }: Invocation): Promise<void> {
  current = requestId;
  try {
    const answer = await handler(JSON.parse(payload), contextOf(requestId, timeoutMs));
    tell({ kind: "answer", requestId, payload: JSON.stringify(answer) ?? "null" });
  } catch (cause) {
    tell({ kind: "failure", requestId, failure: failureOf(cause) });
  } finally {
    current = undefined;
  }
}

function contextOf(requestId: string, timeoutMs: number): object {
  const deadline = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    functionName: start.functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMegabytes),
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: true,
    // Real time on purpose: the limit guards the machine, and the product's clock may be standing still.
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

function captureOutput(stream: "stdout" | "stderr"): void {
  process[stream].write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    tell({ kind: "log", stream, text, requestId: current });
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  }) as typeof process.stdout.write;
}

function failureOf(cause: unknown): FunctionFailure {
  if (!(cause instanceof Error)) return { errorType: typeof cause, errorMessage: String(cause), trace: [] };
  return { errorType: cause.name, errorMessage: cause.message, trace: (cause.stack ?? "").split("\n") };
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
