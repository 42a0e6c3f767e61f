import type { Clock } from "../clock.ts";
import type { DueSource } from "../due-source.ts";
import type { Functions } from "./functions.ts";
import type { LogBook } from "./log-book.ts";

/** Asynchronous invocations (schedules): nobody waits for the answer, and a failure is tried again later. */
export interface LaterInvocations extends DueSource {
  invoke(functionArn: string, event: unknown): void;
}

interface Retry {
  functionArn: string;
  event: unknown;
  attempt: number;
  dueAt: number;
}

// Lambda's own pauses before the second and the third and last attempt.
const PAUSES_MS = [60_000, 120_000];

/** Calls functions asynchronously as Lambda does: three attempts, then the event is dropped and the log says so. */
export function createLaterInvocations(functions: Functions, logs: LogBook, clock: Clock): LaterInvocations {
  let retries: Retry[] = [];
  const attempt = async ({ functionArn, event, attempt: number }: Omit<Retry, "dueAt">) => {
    const { functionError } = await functions.invoke(functionArn, event);
    if (functionError === undefined) return;
    const pauseMs = PAUSES_MS[number - 1];
    if (pauseMs === undefined) return note(functionArn, "The event was dropped after three failed attempts.");
    retries.push({ functionArn, event, attempt: number + 1, dueAt: clock.now() + pauseMs });
  };
  const note = (functionArn: string, text: string) => {
    const functionName = functions.get(functionArn).definition.logicalId;
    logs.add({ functionName, requestId: undefined, stream: "platform", text });
  };
  return {
    name: "retries",
    invoke: (functionArn, event) => void attempt({ functionArn, event, attempt: 1 }),
    nextDueAt: () => (retries.length === 0 ? undefined : Math.min(...retries.map(({ dueAt }) => dueAt))),
    runDue(now) {
      const due = retries.filter(({ dueAt }) => dueAt <= now);
      retries = retries.filter(({ dueAt }) => dueAt > now);
      for (const retry of due) void attempt(retry);
      return due.length;
    },
  };
}
