import type { Meter } from "./capacity.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** What every operation works with. */
export interface Context {
  database: Database;
  tables: Tables;
  /** Milliseconds of the virtual clock. */
  now: () => number;
  meter: Meter;
  /** Reports that the stream of a table has grown. */
  streamed: (table: string) => void;
}

/** An operation: a checked request in, the answer without its capacity out. */
export type Operation<Request> = (context: Context, request: Request) => Record<string, unknown>;
