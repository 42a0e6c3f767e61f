import type { InvocationResult } from "../lambda/execution-environment.ts";

/** Which items of a batch failed: all of them, or those named (none means that all went well). */
export type BatchFailures = "all" | Set<string>;

/**
 * Reads a partial batch response. A function that failed, an answer of the wrong shape, or one that names an item
 * that was not in the batch all count as a failure of the whole batch, as they do in the cloud.
 */
export function batchFailures(result: InvocationResult, reportsFailures: boolean, ids: string[]): BatchFailures {
  if (result.functionError !== undefined) return "all";
  if (!reportsFailures) return new Set();
  const answer = JSON.parse(result.payload) as { batchItemFailures?: unknown } | null;
  const failures = answer?.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return "all";
  const named = failures.map((failure: { itemIdentifier?: unknown } | null) => failure?.itemIdentifier);
  const known = new Set(ids);
  return named.every((id) => typeof id === "string" && known.has(id)) ? new Set(named as string[]) : "all";
}
