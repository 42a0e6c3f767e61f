import { randomUUID } from "node:crypto";
import { createEnvironmentPool, type EnvironmentPool } from "./environment-pool.ts";
import { InitFailure, type InvocationResult, startExecutionEnvironment } from "./execution-environment.ts";
import type { LogBook } from "./log-book.ts";

/** What a function is, read from the assembly. */
export interface FunctionDefinition {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  bundle: string;
  exportName: string;
  timeoutMs: number;
  memoryMegabytes: number;
  concurrency: number;
  environment: Record<string, string>;
}

export interface DeployedFunction {
  definition: FunctionDefinition;
  invoke(payload: string): Promise<InvocationResult>;
  /** Invocations that run or wait for a free environment. */
  running(): number;
  stop(): Promise<void>;
}

export interface FunctionSurroundings {
  clock: SharedArrayBuffer;
  logs: LogBook;
  /** Called after every invocation, so that whoever waits for rest may look again. */
  onFinished: () => void;
}

const SYNCHRONOUS_PAYLOAD_BYTES = 6 * 1024 * 1024;

/** Makes a function callable, as the Lambda service would run it. */
export function deployFunction(definition: FunctionDefinition, around: FunctionSurroundings): DeployedFunction {
  const pool = createEnvironmentPool(definition.concurrency, () => startEnvironment(definition, around));
  let running = 0;
  return {
    definition,
    running: () => running,
    async invoke(payload) {
      const requestId = randomUUID();
      running += 1;
      try {
        const result = tooLarge(payload) ?? (await runOnce(pool, definition, payload, requestId));
        if (result.functionError !== undefined) noteFailure(around.logs, definition, requestId, result);
        return result;
      } finally {
        running -= 1;
        around.onFinished();
      }
    },
    stop: pool.stop,
  };
}

function startEnvironment(definition: FunctionDefinition, { clock, logs }: FunctionSurroundings) {
  const { bundle, exportName, name, arn, memoryMegabytes, logicalId } = definition;
  const start = { bundle, exportName, clock, functionName: name, functionArn: arn, memoryMegabytes };
  return startExecutionEnvironment(start, definition.environment, (requestId, stream, text) =>
    logs.add({ functionName: logicalId, requestId, stream, text }),
  );
}

async function runOnce(
  pool: EnvironmentPool,
  definition: FunctionDefinition,
  payload: string,
  requestId: string,
): Promise<InvocationResult> {
  try {
    const invocation = { requestId, payload, timeoutMs: definition.timeoutMs };
    const result = await pool.use((environment) => environment.run(invocation));
    return tooLarge(result.payload) ?? result;
  } catch (cause) {
    if (cause instanceof InitFailure) return { payload: cause.payload, functionError: "Unhandled" };
    throw cause;
  }
}

function noteFailure(logs: LogBook, { logicalId }: FunctionDefinition, requestId: string, result: InvocationResult) {
  logs.add({
    functionName: logicalId,
    requestId,
    stream: "platform",
    text: `The invocation failed: ${result.payload}`,
  });
}

function tooLarge(payload: string): InvocationResult | undefined {
  if (Buffer.byteLength(payload) <= SYNCHRONOUS_PAYLOAD_BYTES) return undefined;
  const failure = {
    errorType: "RequestTooLargeException",
    errorMessage: "The event or the answer is over 6 MB.",
    trace: [],
  };
  return { payload: JSON.stringify(failure), functionError: "Unhandled" };
}
