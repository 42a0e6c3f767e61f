import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";

/** The store beneath the tables: prepared statements by their text, and all-or-nothing work. */
export interface Database {
  prepare(sql: string): StatementSync;
  /** Runs work that is kept as a whole or not at all; work may call it again inside. */
  atomically<T>(work: () => T): T;
  /** Changes to the schema; forgets every prepared statement. */
  define(sql: string): void;
  /** Defines what may be defined already; costs nothing the second time. */
  ensure(sql: string): void;
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS positions (
    table_id INTEGER NOT NULL, consumer TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (table_id, consumer)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY, digest TEXT NOT NULL, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tokens_at ON tokens (at);
`;

/** Opens the store; a file is held by one process alone, and survives the death of that process. */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const sqlite = open(file);
  const statements = new Map<string, StatementSync>();
  const ensured = new Set<string>();
  let depth = 0;
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = sqlite.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    prepare,
    atomically(work) {
      if (depth > 0) return work();
      prepare("BEGIN IMMEDIATE").run();
      depth = 1;
      try {
        const result = work();
        prepare("COMMIT").run();
        return result;
      } catch (error) {
        if (sqlite.isTransaction) prepare("ROLLBACK").run();
        throw error;
      } finally {
        depth = 0;
      }
    },
    define(sql) {
      statements.clear();
      ensured.clear();
      sqlite.exec(sql);
    },
    ensure(sql) {
      if (ensured.has(sql)) return;
      sqlite.exec(sql);
      ensured.add(sql);
    },
    close() {
      statements.clear();
      sqlite.close();
    },
  };
}

function open(file: string): DatabaseSync {
  const sqlite = new DatabaseSync(file);
  try {
    // The log reaches the operating system with every commit, so that killing this process loses nothing;
    // only a power cut could take the last commits back, and even then it takes whole ones.
    sqlite.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    sqlite.exec("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;");
    sqlite.exec(SCHEMA);
    return sqlite;
  } catch (cause) {
    sqlite.close();
    throw new Error(openingProblem(file, cause as Error), { cause });
  }
}

function openingProblem(file: string, cause: Error): string {
  if (!/locked/.test(cause.message)) return `The data file ${file} cannot be opened: ${cause.message}`;
  return `The data file ${file} is in use by another process. Stop that process, or choose another DATA_DIR.`;
}
