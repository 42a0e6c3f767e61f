import { DatabaseSync } from "node:sqlite";

/** Small facts of the runtime itself that outlive the process: the clock, where schedules stand, the printed key. */
export interface State {
  read(name: string): string | undefined;
  write(name: string, value: string): void;
  close(): void;
}

/** Opens the facts kept in a file, or in memory with ":memory:". */
export function openState(file: string): State {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000");
  database.exec("CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  const select = database.prepare("SELECT value FROM facts WHERE name = ?");
  const upsert = database.prepare(
    "INSERT INTO facts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    read: (name) => select.get(name)?.value as string | undefined,
    write: (name, value) => void upsert.run(name, value),
    close: () => database.close(),
  };
}
