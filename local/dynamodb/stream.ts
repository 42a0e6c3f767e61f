import type { Item } from "./attribute-value.ts";
import type { Database } from "./database.ts";
import { keyOf, type StreamViewType, streamArn, type Table } from "./table.ts";

/** Who made a change that no caller asked for. */
export interface Identity {
  type: "Service";
  principalId: "dynamodb.amazonaws.com";
}

export type EventName = "INSERT" | "MODIFY" | "REMOVE";

/** A record as a function receives it from a stream. */
export interface StreamRecord {
  eventID: string;
  eventName: EventName;
  eventVersion: "1.1";
  eventSource: "aws:dynamodb";
  awsRegion: string;
  eventSourceARN: string;
  dynamodb: {
    /** Epoch seconds of the virtual clock. */
    ApproximateCreationDateTime: number;
    Keys: Item;
    NewImage?: Item;
    OldImage?: Item;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: StreamViewType;
  };
  userIdentity?: Identity;
}

/** Records stay for a day, and longer where a consumer has yet to pass them. */
const KEPT_MS = 24 * 60 * 60 * 1000;

interface Changed {
  table: Table;
  before: Item | undefined;
  after: Item | undefined;
}

/** Appends the record of a change, inside the transaction of that change. */
export function appendRecord(
  database: Database,
  { table, before, after }: Changed,
  { now, identity }: { now: number; identity: Identity | undefined },
): void {
  const view = table.stream;
  const event: EventName = before ? (after ? "MODIFY" : "REMOVE") : "INSERT";
  const oldImage = view === "OLD_IMAGE" || view === "NEW_AND_OLD_IMAGES" ? before : undefined;
  const newImage = view === "NEW_IMAGE" || view === "NEW_AND_OLD_IMAGES" ? after : undefined;
  database
    .prepare(`INSERT INTO stream_${table.id} (at, event, keys, before, after, identity) VALUES (?, ?, ?, ?, ?, ?)`)
    .run(
      now,
      event,
      JSON.stringify(keyOf((after ?? before) as Item, table)),
      text(oldImage),
      text(newImage),
      text(identity),
    );
}

/** Records after a sequence number, oldest first; from the oldest kept where none is given. */
export function readRecords(
  database: Database,
  table: Table,
  after: string | undefined,
  limit: number,
): StreamRecord[] {
  const rows = database
    .prepare(`SELECT * FROM stream_${table.id} WHERE sequence > ? ORDER BY sequence LIMIT ?`)
    .all(after ? toRow(after) : 0, limit);
  return rows.map((row) => toRecord(table, row));
}

/** The newest sequence number; a consumer that has read it is up to date. Undefined for a stream never written. */
export function newestSequence(database: Database, table: Table): string | undefined {
  const newest = database.prepare(`SELECT max(sequence) AS newest FROM stream_${table.id}`).get()?.newest;
  return newest ? toSequence(Number(newest)) : undefined;
}

export function loadPosition(database: Database, table: Table, consumer: string): string | undefined {
  const row = database
    .prepare("SELECT position FROM positions WHERE table_id = ? AND consumer = ?")
    .get(table.id, consumer);
  return row && toSequence(row.position as number);
}

export function savePosition(database: Database, table: Table, consumer: string, sequence: string): void {
  database
    .prepare("REPLACE INTO positions (table_id, consumer, position) VALUES (?, ?, ?)")
    .run(table.id, consumer, toRow(sequence));
}

/** Drops records older than a day that every known consumer has passed; the newest stays, to keep the count. */
export function trimRecords(database: Database, table: Table, now: number): number {
  const behind = database.prepare("SELECT min(position) AS least FROM positions WHERE table_id = ?").get(table.id);
  const passed = (behind?.least as number | null) ?? Number.MAX_SAFE_INTEGER;
  const newest = `SELECT max(sequence) FROM stream_${table.id}`;
  return Number(
    database
      .prepare(`DELETE FROM stream_${table.id} WHERE at < ? AND sequence <= ? AND sequence < (${newest})`)
      .run(now - KEPT_MS, passed).changes,
  );
}

function toRecord(table: Table, row: Record<string, unknown>): StreamRecord {
  const sequence = toSequence(row.sequence as number);
  const images = ["keys", "before", "after"].map((column) => row[column] as string | null);
  const [keys, before, after] = images;
  return {
    eventID: sequence,
    eventName: row.event as EventName,
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: table.region,
    eventSourceARN: streamArn(table),
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((row.at as number) / 1000),
      Keys: JSON.parse(keys as string),
      ...(after && { NewImage: JSON.parse(after) }),
      ...(before && { OldImage: JSON.parse(before) }),
      SequenceNumber: sequence,
      SizeBytes: images.reduce((sum, image) => sum + Buffer.byteLength(image ?? ""), 0),
      StreamViewType: table.stream ?? "NEW_AND_OLD_IMAGES",
    },
    ...(row.identity ? { userIdentity: JSON.parse(row.identity as string) } : {}),
  };
}

// Amazon's sequence numbers are 21 digits and more; equal length keeps their text in the order of their numbers.
const SEQUENCE_BASE = 10n ** 20n;

const toSequence = (row: number): string => String(SEQUENCE_BASE + BigInt(row));

const toRow = (sequence: string): bigint => BigInt(sequence) - SEQUENCE_BASE;

const text = (value: object | undefined): string | null => (value ? JSON.stringify(value) : null);
