import type { Database } from "./database.ts";
import { resourceNotFound, serviceError, validationError } from "./dynamo-error.ts";
import { type Index, type Place, type Table, type TableDefinition, tableOf } from "./table.ts";

/** The tables that exist; kept in memory, and in the store for the next start. */
export interface Tables {
  /** The table, or a refusal where it does not exist. */
  get(name: string): Table;
  find(name: string): Table | undefined;
  names(): string[];
  create(definition: TableDefinition): Table;
  /** Puts another definition in the place of a table's; its rows are the caller's to change. */
  replace(table: Table, definition: TableDefinition): Table;
  /** Changes what is set on a table: stream, time to live, protection. */
  change(table: Table, changes: Partial<TableDefinition>): Table;
  delete(name: string): Table;
}

/** Reads the tables that a former run left in the store. */
export function openTables(database: Database, place: Place): Tables {
  const known = new Map<string, Table>();
  for (const row of database.prepare("SELECT id, definition FROM tables").all()) {
    const table = tableOf(row.id as number, JSON.parse(row.definition as string), place);
    known.set(table.name, table);
  }
  const tables: Tables = {
    find: (name) => known.get(name),
    names: () => [...known.keys()].sort(),
    get(name) {
      const table = known.get(name);
      if (!table) throw resourceNotFound("Requested resource not found");
      return table;
    },
    create(definition) {
      const { TableName: name } = definition;
      if (known.has(name)) throw serviceError("ResourceInUseException", `Table already exists: ${name}`);
      const table = database.atomically(() => createRows(database, definition, place));
      known.set(name, table);
      return table;
    },
    replace(table, definition) {
      const replaced = tableOf(table.id, definition, place);
      database.prepare("UPDATE tables SET definition = ? WHERE id = ?").run(JSON.stringify(definition), table.id);
      known.set(table.name, replaced);
      return replaced;
    },
    change: (table, changes) => tables.replace(table, { ...table.definition, ...changes }),
    delete(name) {
      const table = known.get(name);
      if (!table) throw resourceNotFound(`Requested resource not found: Table: ${name} not found`);
      if (table.definition.DeletionProtectionEnabled) throw validationError(PROTECTED);
      database.atomically(() => dropRows(database, table));
      known.delete(name);
      return table;
    },
  };
  return tables;
}

const PROTECTED =
  "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.";

/** Makes the rows of one index; its entries are the caller's to fill in. */
export function createIndexRows(database: Database, index: Index): void {
  database.define(`CREATE TABLE ${index.rows} (
    bucket INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, item_hash BLOB NOT NULL, item_range BLOB NOT NULL,
    item TEXT NOT NULL, PRIMARY KEY (bucket, hash, range, item_hash, item_range)
  ) WITHOUT ROWID`);
}

function createRows(database: Database, definition: TableDefinition, place: Place): Table {
  const inserted = database
    .prepare("INSERT INTO tables (name, definition) VALUES (?, ?)")
    .run(definition.TableName, JSON.stringify(definition));
  const table = tableOf(Number(inserted.lastInsertRowid), definition, place);
  database.define(`CREATE TABLE ${table.rows} (
    bucket INTEGER NOT NULL, hash BLOB NOT NULL, range BLOB NOT NULL, item TEXT NOT NULL, expires REAL,
    PRIMARY KEY (bucket, hash, range)
  ) WITHOUT ROWID`);
  database.define(`CREATE INDEX expiring_${table.id} ON ${table.rows} (expires) WHERE expires IS NOT NULL`);
  database.define(`CREATE TABLE stream_${table.id} (
    sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL, keys TEXT NOT NULL, before TEXT, after TEXT,
    identity TEXT
  )`);
  for (const index of table.indexes) createIndexRows(database, index);
  return table;
}

function dropRows(database: Database, table: Table): void {
  for (const index of table.indexes) database.define(`DROP TABLE ${index.rows}`);
  database.define(`DROP TABLE ${table.rows}; DROP TABLE stream_${table.id}`);
  database.prepare("DELETE FROM positions WHERE table_id = ?").run(table.id);
  database.prepare("DELETE FROM tables WHERE id = ?").run(table.id);
}
