import type { Context } from "./context.ts";
import { loadPosition, newestSequence, readRecords, type StreamRecord, savePosition, trimRecords } from "./stream.ts";

/** How the runtime reads the tables' streams. Positions are sequence numbers; undefined stands for the beginning. */
export interface StreamReader {
  /** Records after a position, oldest first, as functions receive them. */
  readStream(table: string, after: string | undefined, limit: number): StreamRecord[];
  /** The newest position of a stream; a consumer that has reached it is up to date. */
  endOfStream(table: string): string | undefined;
  loadPosition(table: string, consumer: string): string | undefined;
  savePosition(table: string, consumer: string, position: string): void;
  /** Calls the listener right after a commit that lengthened a stream; it must not throw. Returns how to stop that. */
  onStreamChanged(listener: (table: string) => void): () => void;
  /** Drops records older than a day of the virtual clock that every consumer has passed; returns how many. */
  trimStreams(): number;
}

/** Records are looked through once an hour of the virtual clock at most. */
const TRIM_EVERY_MS = 60 * 60 * 1000;

export function streamReaderOf({ database, tables, now }: Pick<Context, "database" | "tables" | "now">): {
  reader: StreamReader;
  streamed: (table: string) => void;
} {
  const listeners = new Set<(table: string) => void>();
  let trimmedAt = 0;
  const reader: StreamReader = {
    readStream: (table, after, limit) => readRecords(database, tables.get(table), after, limit),
    endOfStream: (table) => newestSequence(database, tables.get(table)),
    loadPosition: (table, consumer) => loadPosition(database, tables.get(table), consumer),
    savePosition(table, consumer, position) {
      savePosition(database, tables.get(table), consumer, position);
      if (now() - trimmedAt >= TRIM_EVERY_MS) reader.trimStreams();
    },
    onStreamChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trimStreams() {
      trimmedAt = now();
      const trimmed = tables.names().map((name) => trimRecords(database, tables.get(name), trimmedAt));
      return trimmed.reduce((sum, count) => sum + count, 0);
    },
  };
  const streamed = (table: string): void => {
    for (const listener of listeners) listener(table);
  };
  return { reader, streamed };
}
