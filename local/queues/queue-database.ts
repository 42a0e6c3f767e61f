import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Opens the file the queues live in. Write-ahead logging with NORMAL keeps every acknowledged message
 * when the process is killed, because the log is in the operating system's hands before we answer.
 */
export function openQueueDatabase(file: string): DatabaseSync {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS message (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      queue TEXT NOT NULL,
      body TEXT NOT NULL,
      attributes TEXT NOT NULL,
      systemAttributes TEXT NOT NULL,
      sentAt INTEGER NOT NULL,
      visibleAt INTEGER NOT NULL,
      receiveCount INTEGER NOT NULL DEFAULT 0,
      firstReceivedAt INTEGER,
      receiptHandle TEXT,
      diedIn TEXT
    );
    CREATE INDEX IF NOT EXISTS message_by_visibility ON message (queue, visibleAt, seq);
    CREATE INDEX IF NOT EXISTS message_by_due ON message (visibleAt);
  `);
  return database;
}
