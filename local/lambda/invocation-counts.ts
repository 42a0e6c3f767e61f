/** How often a function was invoked, with how many records in all, and how long the middle one of its invocations took here. */
export interface InvocationCount {
  function: string;
  invocations: number;
  records: number;
  medianMs: number;
}

export interface InvocationCounts {
  add(logicalId: string, event: unknown, milliseconds: number): void;
  read(): InvocationCount[];
  reset(): void;
}

interface Seen {
  records: number;
  milliseconds: number[];
}

/** Counts the invocations of every function, which the cloud bills by number and by time. */
export function createInvocationCounts(): InvocationCounts {
  const seen = new Map<string, Seen>();
  return {
    add(logicalId, event, milliseconds) {
      const before = seen.get(logicalId) ?? { records: 0, milliseconds: [] };
      before.milliseconds.push(milliseconds);
      seen.set(logicalId, { ...before, records: before.records + recordsIn(event) });
    },
    read: () => [...seen].map(([name, each]) => countOf(name, each)),
    reset: () => seen.clear(),
  };
}

function countOf(name: string, { records, milliseconds }: Seen): InvocationCount {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { function: name, invocations: sorted.length, records, medianMs };
}

/** Streams and queues hand over batches; everything else is one thing at a time. */
function recordsIn(event: unknown): number {
  const records = (event as { Records?: unknown } | null)?.Records;
  return Array.isArray(records) ? records.length : 1;
}
