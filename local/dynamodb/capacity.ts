import type { WriteUnits } from "./change.ts";
import type { ReturnConsumedCapacity } from "./request.ts";
import type { Index, Table } from "./table.ts";

/** What one operation consumed of one table, or of one index of it. */
export interface Consumption {
  table: string;
  index?: string;
  operation: string;
  accessKeyId: string;
  readUnits: number;
  writeUnits: number;
}

interface Units {
  read: number;
  write: number;
}

interface TableUnits {
  table: Table;
  own: Units;
  indexes: Map<Index, Units>;
}

/** Sums up what one operation reads and writes. */
export class Meter {
  readonly tables = new Map<string, TableUnits>();

  read(table: Table, units: number, index?: Index): void {
    this.#units(table, index).read += units;
  }

  /** Transactions count twice: every item is prepared, then committed. */
  write(table: Table, units: WriteUnits, times = 1): void {
    this.#units(table).write += units.table * times;
    for (const [index, own] of units.indexes) this.#units(table, index).write += own * times;
  }

  #units(table: Table, index?: Index): Units {
    let entry = this.tables.get(table.name);
    if (!entry) {
      entry = { table, own: { read: 0, write: 0 }, indexes: new Map() };
      this.tables.set(table.name, entry);
    }
    if (!index) return entry.own;
    const units = entry.indexes.get(index) ?? { read: 0, write: 0 };
    entry.indexes.set(index, units);
    return units;
  }
}

/** One report for each table and index that an operation touched. */
export function consumptions(meter: Meter, operation: string, accessKeyId: string): Consumption[] {
  const report = (table: string, units: Units, index?: Index): Consumption => ({
    table,
    ...(index && { index: index.name }),
    operation,
    accessKeyId,
    readUnits: units.read,
    writeUnits: units.write,
  });
  return [...meter.tables.values()].flatMap(({ table, own, indexes }) => [
    report(table.name, own),
    ...[...indexes].map(([index, units]) => report(table.name, units, index)),
  ]);
}

/** The ConsumedCapacity members of an answer, one a table; none where the caller did not ask. */
export function consumedCapacity(meter: Meter, wanted: ReturnConsumedCapacity | undefined): object[] | undefined {
  if (wanted !== "TOTAL" && wanted !== "INDEXES") return undefined;
  return [...meter.tables.values()].map((entry) => {
    const parts = [entry.own, ...entry.indexes.values()];
    const CapacityUnits = parts.reduce((sum, units) => sum + total(units), 0);
    const summary = { TableName: entry.table.name, CapacityUnits };
    return wanted === "TOTAL" ? summary : { ...summary, ...detailsOf(entry) };
  });
}

function detailsOf({ own, indexes }: TableUnits): object {
  const group = (isGlobal: boolean) => {
    const entries = [...indexes].filter(([index]) => index.isGlobal === isGlobal);
    if (entries.length === 0) return undefined;
    return Object.fromEntries(entries.map(([index, units]) => [index.name, { CapacityUnits: total(units) }]));
  };
  return {
    Table: { CapacityUnits: total(own) },
    GlobalSecondaryIndexes: group(true),
    LocalSecondaryIndexes: group(false),
  };
}

const total = ({ read, write }: Units): number => read + write;

/** Read units of so many bytes: 4 KiB a unit, half for a read that may lag. */
export const readUnits = (bytes: number, consistent = false): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
