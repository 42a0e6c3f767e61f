import type { Consumption } from "../dynamodb/capacity.ts";
import type { DynamoDb } from "../dynamodb/engine.ts";
import { callerOf } from "../gateway/aws-request.ts";
import type { CallCounts } from "../gateway/call-counts.ts";

interface Consumed {
  table: string;
  index?: string;
  function: string;
  operation: string;
  readUnits: number;
  writeUnits: number;
  calls: number;
}

export interface CapacityReport {
  read(): { consumed: Consumed[]; calls: object[] };
  reset(): void;
}

/** Adds up what the functions consume of the tables, and every call they make, for the benchmarks. */
export function createCapacityReport(dynamoDb: DynamoDb, counts: CallCounts): CapacityReport {
  const sums = new Map<string, Consumed>();
  dynamoDb.onConsumed((consumption) => add(sums, consumption));
  return {
    read: () => ({
      consumed: [...sums.values()],
      calls: counts.read().map(({ caller, action, ...rest }) => ({ function: caller, ...rest, operation: action })),
    }),
    reset() {
      sums.clear();
      counts.reset();
    },
  };
}

function add(sums: Map<string, Consumed>, consumption: Consumption): void {
  const { table, index, operation, accessKeyId, readUnits, writeUnits } = consumption;
  const caller = callerOf(accessKeyId);
  const key = `${table} ${index ?? ""} ${caller} ${operation}`;
  const sum = sums.get(key);
  if (sum === undefined) {
    const names = { table, ...(index === undefined ? {} : { index }), function: caller, operation };
    sums.set(key, { ...names, readUnits, writeUnits, calls: 1 });
    return;
  }
  sum.readUnits += readUnits;
  sum.writeUnits += writeUnits;
  sum.calls += 1;
}
