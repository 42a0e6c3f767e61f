import { QueryCache, QueryClient } from "@tanstack/react-query";
import { problemOf } from "./request-problem.ts";

/** One cache for the console. A refusal is final; only a lost connection or a fault is worth another try. */
export function consoleQueries(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => onSignedOut(client, error) }),
    defaultOptions: {
      queries: { retry: (tries, error) => tries < 2 && worthRetrying(error), staleTime: 10_000 },
    },
  });
  return client;
}

/** A session that ended while the console was open: ask who is there, and the gate shows the way in. */
function onSignedOut(client: QueryClient, error: unknown) {
  if (problemOf(error)?.status !== 401) return;
  if (client.getQueryState(["session"])?.status !== "error") void client.invalidateQueries({ queryKey: ["session"] });
}

function worthRetrying(error: unknown): boolean {
  const status = problemOf(error)?.status ?? 0;
  return status === 0 || status >= 500;
}
