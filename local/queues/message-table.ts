import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { QueueCounts, QueuedMessage } from "./queue.ts";

/** The messages on disk: every statement the queues need, prepared once. */
export class MessageTable {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  insert(message: QueuedMessage): void {
    this.#run(
      `INSERT INTO message (id, queue, body, attributes, systemAttributes, sentAt, visibleAt)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      message.id,
      message.queue,
      message.body,
      JSON.stringify(message.attributes),
      JSON.stringify(message.systemAttributes),
      message.sentAt,
      message.visibleAt,
    );
  }

  find(id: string): QueuedMessage | undefined {
    return this.#rows("SELECT * FROM message WHERE id = ?", id)[0];
  }

  receivable(queue: string, now: number, limit: number): QueuedMessage[] {
    return this.#rows(
      "SELECT * FROM message WHERE queue = ? AND visibleAt <= ? ORDER BY visibleAt, seq LIMIT ?",
      queue,
      now,
      limit,
    );
  }

  listed(queue: string, limit: number): QueuedMessage[] {
    return this.#rows("SELECT * FROM message WHERE queue = ? ORDER BY seq DESC LIMIT ?", queue, limit);
  }

  markReceived(id: string, receiptHandle: string, visibleAt: number, now: number): void {
    this.#run(
      `UPDATE message SET receiptHandle = ?, visibleAt = ?, receiveCount = receiveCount + 1,
       firstReceivedAt = coalesce(firstReceivedAt, ?) WHERE id = ?`,
      receiptHandle,
      visibleAt,
      now,
      id,
    );
  }

  setVisibleAt(id: string, visibleAt: number): void {
    this.#run("UPDATE message SET visibleAt = ? WHERE id = ?", visibleAt, id);
  }

  /** Moves a message between a queue and its dead letters; its receives are counted anew there. */
  move(id: string, queue: string, now: number, diedIn: string | null): void {
    this.#run(
      "UPDATE message SET queue = ?, visibleAt = ?, receiptHandle = NULL, receiveCount = 0, diedIn = ? WHERE id = ?",
      queue,
      now,
      diedIn,
      id,
    );
  }

  /** True when the handle was the latest one given out for its message. */
  deleteByHandle(queue: string, receiptHandle: string, id: string): boolean {
    return (
      this.#run("DELETE FROM message WHERE id = ? AND queue = ? AND receiptHandle = ?", id, queue, receiptHandle) > 0
    );
  }

  delete(id: string): boolean {
    return this.#run("DELETE FROM message WHERE id = ?", id) > 0;
  }

  deleteAll(queue: string): number {
    return this.#run("DELETE FROM message WHERE queue = ?", queue);
  }

  deleteSentBefore(queue: string, sentAt: number): number {
    return this.#run("DELETE FROM message WHERE queue = ? AND sentAt < ?", queue, sentAt);
  }

  counts(queue: string, now: number): QueueCounts {
    const hidden = this.#statement(
      `SELECT count(receiptHandle) AS inFlight, count(*) - count(receiptHandle) AS delayed
       FROM message WHERE queue = ? AND visibleAt > ?`,
    ).get(queue, now);
    return { visible: this.visible(queue, now), inFlight: Number(hidden?.inFlight), delayed: Number(hidden?.delayed) };
  }

  /** Counted in the index alone: whoever waits for a queue to empty asks often. */
  visible(queue: string, now: number): number {
    const sql = "SELECT count(*) AS n FROM message WHERE queue = ? AND visibleAt <= ?";
    return Number(this.#statement(sql).get(queue, now)?.n);
  }

  nextVisibleAfter(now: number): number | undefined {
    const row = this.#statement("SELECT min(visibleAt) AS at FROM message WHERE visibleAt > ?").get(now);
    return (row?.at as number | null) ?? undefined;
  }

  /** The queues in which something came to light after the first instant and not after the second. */
  queuesVisible(after: number, upTo: number): string[] {
    const sql = "SELECT DISTINCT queue FROM message WHERE visibleAt > ? AND visibleAt <= ? ORDER BY visibleAt, seq";
    const rows = this.#statement(sql).all(after, upTo);
    return rows.map((row) => row.queue as string);
  }

  inTransaction<Result>(work: () => Result): Result {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  #rows(sql: string, ...values: SQLInputValue[]): QueuedMessage[] {
    return this.#statement(sql)
      .all(...values)
      .map(messageFrom);
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const prepared = this.#database.prepare(sql);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

function messageFrom(row: Record<string, unknown>): QueuedMessage {
  return {
    ...(row as unknown as QueuedMessage),
    attributes: JSON.parse(row.attributes as string),
    systemAttributes: JSON.parse(row.systemAttributes as string),
  };
}
