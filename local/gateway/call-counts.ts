/** How often each function called each operation of each service. */
export interface CallCount {
  caller: string;
  service: string;
  action: string;
  calls: number;
}

export interface CallCounts {
  add(call: { caller: string; service: string; action: string }): void;
  read(): CallCount[];
  reset(): void;
}

/** Counts the calls that reach the gateway, for benchmarks that promise a number of calls. */
export function createCallCounts(): CallCounts {
  const counts = new Map<string, CallCount>();
  return {
    add({ caller, service, action }) {
      const key = `${caller} ${service} ${action}`;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { caller, service, action, calls: 1 });
      else count.calls += 1;
    },
    read: () => [...counts.values()].map((count) => ({ ...count })),
    reset: () => counts.clear(),
  };
}
