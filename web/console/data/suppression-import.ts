import type {
  BeginSuppressionImport,
  CheckSuppressionRows,
  SuppressionImportStanding,
  TakeSuppressionRows,
} from "../../api/schema.d.ts";
import { api } from "./api.ts";
import { answered, problemOf } from "./request-problem.ts";

/** What importing some rows would change; nothing is changed by asking. */
export function checkSuppressionRows(body: CheckSuppressionRows, signal: AbortSignal) {
  return patiently(() => answered(api.POST("/v1/console/suppressions/imports/check", { body, signal })));
}

/** Begins an import, or tells where it stopped when it was begun before. */
export function beginSuppressionImport(id: string, body: BeginSuppressionImport): Promise<SuppressionImportStanding> {
  return patiently(() =>
    answered(api.PUT("/v1/console/suppressions/imports/{id}", { params: { path: { id } }, body })),
  );
}

/** Imports the next rows; the same rows a second time change nothing. */
export function takeSuppressionRows(id: string, body: TakeSuppressionRows, signal: AbortSignal) {
  const params = { path: { id } };
  return patiently(() => answered(api.POST("/v1/console/suppressions/imports/{id}/rows", { params, body, signal })));
}

const PAUSES_MS = [1000, 4000];

/** A lost connection in the middle of thousands of calls is nothing to bother a person with at once. */
async function patiently<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (const pause of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      const status = problemOf(error)?.status;
      if (status === undefined || (status > 0 && status < 500)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return call();
}
