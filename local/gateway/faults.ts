import { z } from "zod";

/** An order to disturb calls: for tests of what the product does when a provider fails or the machine dies. */
export const Fault = z.strictObject({
  service: z.enum(["ses", "dynamodb", "sqs", "sns", "lambda", "*"]),
  /** The operation's name, for lambda the function's logical id, or `*`. */
  action: z.string().default("*"),
  mode: z.enum([
    "error",
    "throttle",
    "latency",
    "timeout-after-accept",
    "garbled-after-accept",
    "crash-before",
    "crash-after",
  ]),
  /** How many matching calls are disturbed. */
  count: z.int().min(1).default(1),
  /** How many matching calls pass before the first one is disturbed. */
  skip: z.int().min(0).default(0),
  /** Only calls of this function (logical id). */
  caller: z.string().optional(),
  /** For latency, and how long a time-out holds the line before it drops. */
  delayMs: z.int().min(0).max(60_000).default(200),
});

export type Fault = z.infer<typeof Fault>;

export interface Call {
  service: string;
  action: string;
  caller: string;
}

export interface Faults {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** The disturbance of this call, if any; counts it. */
  take(call: Call): Fault | undefined;
}

/** Keeps the faults that are still to happen. */
export function createFaults(): Faults {
  let active: Fault[] = [];
  return {
    add: (fault) => void active.push({ ...fault }),
    list: () => active.map((fault) => ({ ...fault })),
    clear: () => {
      active = [];
    },
    take(call) {
      if (active.length === 0) return undefined;
      const matching = active.filter((fault) => matches(fault, call));
      const striking = matching.find((fault) => fault.skip === 0);
      for (const fault of matching) {
        if (fault.skip > 0) fault.skip -= 1;
      }
      if (striking === undefined) return undefined;
      striking.count -= 1;
      active = active.filter(({ count }) => count > 0);
      return striking;
    },
  };
}

function matches(fault: Fault, call: Call): boolean {
  const fits = (wanted: string | undefined, given: string) =>
    wanted === undefined || wanted === "*" || wanted === given;
  return fits(fault.service, call.service) && fits(fault.action, call.action) && fits(fault.caller, call.caller);
}
