import type { ExecutionEnvironment, startExecutionEnvironment } from "./execution-environment.ts";

export interface EnvironmentPool {
  /** Lends a warm environment, or starts one; waits while all of the function's slots are taken. */
  use<Result>(work: (environment: ExecutionEnvironment) => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

type StartEnvironment = () => ReturnType<typeof startExecutionEnvironment>;

/** Keeps the execution environments of one function: started on demand, kept warm, at most `slots` at once. */
export function createEnvironmentPool(slots: number, startEnvironment: StartEnvironment): EnvironmentPool {
  const idle: ExecutionEnvironment[] = [];
  const all = new Set<ExecutionEnvironment>();
  const waiting: (() => void)[] = [];
  let free = slots;
  const takeSlot = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  // A freed slot goes straight to whoever waits longest, so nobody can slip in between.
  const giveSlot = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const environment = async () => {
    const warm = idle.pop();
    if (warm?.alive()) return warm;
    const fresh = await startEnvironment();
    all.add(fresh);
    return fresh;
  };
  const putBack = (used: ExecutionEnvironment) => {
    if (used.alive()) idle.push(used);
    else all.delete(used);
  };
  return {
    async use(work) {
      await takeSlot();
      try {
        const lent = await environment();
        return await work(lent).finally(() => putBack(lent));
      } finally {
        giveSlot();
      }
    },
    stop: async () => void (await Promise.all([...all].map((one) => one.stop()))),
  };
}
