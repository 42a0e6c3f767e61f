import { Worker } from "node:worker_threads";
import type { FunctionFailure, Invocation, WorkerMessage, WorkerStart } from "./messages.ts";

/** One warm worker thread of a function: it lives until it times out, runs out of memory or is stopped. */
export interface ExecutionEnvironment {
  run(invocation: Invocation): Promise<InvocationResult>;
  /** False once the thread has gone; a new environment must take its place. */
  alive(): boolean;
  stop(): Promise<void>;
}

export interface InvocationResult {
  payload: string;
  /** Set when the function failed, as in Lambda's `X-Amz-Function-Error` header. */
  functionError?: "Unhandled";
}

export type LogSink = (requestId: string | undefined, stream: "stdout" | "stderr", text: string) => void;

const WORKER = new URL("./worker.ts", import.meta.url);
const INIT_LIMIT_MS = 30_000;

/** Starts a thread and loads the function's bundle in it; fails as Lambda's init phase does. */
export async function startExecutionEnvironment(
  start: WorkerStart,
  environment: Record<string, string>,
  onLog: LogSink,
): Promise<ExecutionEnvironment> {
  const worker = new Worker(WORKER, {
    workerData: start,
    env: environment,
    // The thread takes none of the host's flags, and never the host's environment.
    execArgv: [],
    name: start.functionName,
    resourceLimits: { maxOldGenerationSizeMb: start.memoryMegabytes },
  });
  const line = listen(worker, onLog);
  const initial = await line.answerWithin(INIT_LIMIT_MS);
  if (initial.functionError !== undefined) {
    await worker.terminate();
    throw new InitFailure(initial.payload);
  }
  return {
    run(invocation) {
      worker.postMessage(invocation);
      return line.answerWithin(invocation.timeoutMs);
    },
    alive: line.alive,
    stop: async () => void (await worker.terminate()),
  };
}

/** The bundle could not be loaded; `payload` is what Lambda would answer. */
export class InitFailure extends Error {
  readonly payload: string;
  constructor(payload: string) {
    super(`The function could not be started: ${payload}`);
    this.payload = payload;
  }
}

function listen(worker: Worker, onLog: LogSink) {
  let alive = true;
  let isReady = false;
  let finish: (result: InvocationResult) => void = () => undefined;
  worker.on("message", (message: WorkerMessage) => {
    if (message.kind === "log") return onLog(message.requestId, message.stream, message.text);
    // What goes wrong between two invocations belongs to neither of them.
    if (isReady && message.requestId === undefined) return onLog(undefined, "stderr", JSON.stringify(message));
    isReady = true;
    finish(resultOf(message));
  });
  worker.on("error", (cause: Error) => finish(failed(errorTypeOf(cause), cause.message)));
  worker.on("exit", (code) => {
    alive = false;
    finish(failed("Runtime.ExitError", `The function's process ended with status ${code} before it answered.`));
  });
  const giveUp = (limitMs: number) => {
    alive = false;
    finish(failed("Sandbox.Timedout", `Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`));
    void worker.terminate();
  };
  const answerWithin = (limitMs: number) =>
    new Promise<InvocationResult>((resolve) => {
      const timer = setTimeout(giveUp, limitMs, limitMs);
      finish = (result) => {
        clearTimeout(timer);
        resolve(result);
      };
    });
  return { alive: () => alive, answerWithin };
}

function resultOf(message: Exclude<WorkerMessage, { kind: "log" }>): InvocationResult {
  if (message.kind === "failure") return failure(message.failure);
  return { payload: message.kind === "answer" ? message.payload : "null" };
}

function failed(errorType: string, errorMessage: string): InvocationResult {
  return failure({ errorType, errorMessage, trace: [] });
}

function failure(what: FunctionFailure): InvocationResult {
  return { payload: JSON.stringify(what), functionError: "Unhandled" };
}

function errorTypeOf(cause: Error & { code?: string }): string {
  return cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? "Runtime.OutOfMemory" : "Runtime.UnhandledError";
}
