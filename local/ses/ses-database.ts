import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Opens the file that mail lives in; an accepted mail is in it before the caller hears so, and survives a kill. */
export function openSesDatabase(file: string): DatabaseSync {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS mail (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      sender TEXT NOT NULL,
      recipients TEXT NOT NULL,
      subject TEXT NOT NULL,
      configurationSet TEXT,
      tags TEXT NOT NULL,
      raw BLOB NOT NULL,
      outcome TEXT NOT NULL,
      countedRecipients INTEGER NOT NULL,
      operation TEXT NOT NULL,
      hidden INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX IF NOT EXISTS mail_by_time ON mail (at);
    CREATE TABLE IF NOT EXISTS event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      mailId TEXT NOT NULL,
      configurationSet TEXT,
      type TEXT NOT NULL,
      dueAt INTEGER NOT NULL,
      payload TEXT NOT NULL,
      emitted INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX IF NOT EXISTS event_due ON event (dueAt, seq) WHERE emitted = 0;
    CREATE INDEX IF NOT EXISTS event_by_mail ON event (mailId);
    CREATE TABLE IF NOT EXISTS suppressed (address TEXT PRIMARY KEY, reason TEXT NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS template (name TEXT PRIMARY KEY, content TEXT NOT NULL, createdAt INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `);
  return database;
}
