/** What the runtime tells a worker thread when it starts. */
export interface WorkerStart {
  bundle: string;
  exportName: string;
  clock: SharedArrayBuffer;
  functionName: string;
  functionArn: string;
  memoryMegabytes: number;
}

/** One invocation on its way into a worker; the payload travels as JSON text, as it does in the cloud. */
export interface Invocation {
  requestId: string;
  payload: string;
  timeoutMs: number;
}

export interface FunctionFailure {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

/** What a worker tells the runtime. */
export type WorkerMessage =
  | { kind: "ready"; requestId: undefined }
  | { kind: "log"; stream: "stdout" | "stderr"; text: string; requestId: string | undefined }
  | { kind: "answer"; requestId: string; payload: string }
  | { kind: "failure"; requestId: string | undefined; failure: FunctionFailure };
