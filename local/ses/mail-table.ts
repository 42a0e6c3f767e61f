import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Mail, MailOutcome } from "./mail.ts";
import type { StoredEvent } from "./stored-event.ts";

export interface MailFilter {
  /** Part of a recipient's address or of the subject. */
  search?: string;
  /** A whole recipient address. */
  to?: string;
  /** Epoch milliseconds; mail of that very instant is included. */
  since?: number;
  limit?: number;
  offset?: number;
  oldestFirst?: boolean;
}

/** Accepted mail and its events on disk. */
export class MailTable {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Stores a mail with the events that will follow: both or neither. */
  insert(mail: Mail, events: Omit<StoredEvent, "seq" | "emitted">[]): void {
    const sql = `INSERT INTO mail (id, at, sender, recipients, subject, configurationSet, tags, raw, outcome,
      countedRecipients, operation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    this.inTransaction(() => {
      this.#statement(sql).run(...valuesOf(mail));
      for (const event of events) this.insertEvent(event);
    });
  }

  insertEvent(event: Omit<StoredEvent, "seq" | "emitted">): void {
    this.#statement("INSERT INTO event (mailId, configurationSet, type, dueAt, payload) VALUES (?, ?, ?, ?, ?)").run(
      event.mailId,
      event.configurationSet,
      event.type,
      event.dueAt,
      event.payload,
    );
  }

  find(id: string): Mail | undefined {
    return this.#mails("SELECT * FROM mail WHERE id = ?", id)[0];
  }

  /** The latest mail that carries the tag value, whatever the tag is called. */
  findByTag(value: string): Mail | undefined {
    const sql = `SELECT * FROM mail WHERE EXISTS (SELECT 1 FROM json_each(mail.tags) WHERE value = ?)
      ORDER BY seq DESC LIMIT 1`;
    return this.#mails(sql, value)[0];
  }

  list(filter: MailFilter): Mail[] {
    const { where, values } = conditionsOf(filter);
    const order = filter.oldestFirst ? "ASC" : "DESC";
    const sql = `SELECT * FROM mail WHERE ${where} ORDER BY seq ${order} LIMIT ? OFFSET ?`;
    return this.#mails(sql, ...values, filter.limit ?? -1, filter.offset ?? 0);
  }

  count(filter: MailFilter): number {
    const { where, values } = conditionsOf(filter);
    return this.#number(`SELECT count(*) AS n FROM mail WHERE ${where}`, ...values);
  }

  /** Empties the inbox for the reader; the books on quota and outcomes stay. */
  hideAll(): number {
    return Number(this.#statement("UPDATE mail SET hidden = 1 WHERE hidden = 0").run().changes);
  }

  countedSince(at: number): number {
    return this.#number("SELECT coalesce(sum(countedRecipients), 0) AS n FROM mail WHERE at > ?", at);
  }

  setOutcome(id: string, outcome: MailOutcome): void {
    this.#statement("UPDATE mail SET outcome = ? WHERE id = ?").run(outcome, id);
  }

  eventsOf(mailId: string): StoredEvent[] {
    return this.#events("SELECT * FROM event WHERE mailId = ? ORDER BY dueAt, seq", mailId);
  }

  dueEvents(now: number, limit: number): StoredEvent[] {
    return this.#events("SELECT * FROM event WHERE emitted = 0 AND dueAt <= ? ORDER BY dueAt, seq LIMIT ?", now, limit);
  }

  countDue(now: number): number {
    return this.#number("SELECT count(*) AS n FROM event WHERE emitted = 0 AND dueAt <= ?", now);
  }

  nextDueAt(): number | undefined {
    const row = this.#statement("SELECT min(dueAt) AS at FROM event WHERE emitted = 0").get();
    return (row?.at as number | null) ?? undefined;
  }

  markEmitted(seq: number): void {
    this.#statement("UPDATE event SET emitted = 1 WHERE seq = ?").run(seq);
  }

  inTransaction(work: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const prepared = this.#database.prepare(sql);
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #mails(sql: string, ...values: SQLInputValue[]): Mail[] {
    return this.#statement(sql)
      .all(...values)
      .map(mailFrom);
  }

  #events(sql: string, ...values: SQLInputValue[]): StoredEvent[] {
    return this.#statement(sql).all(...values) as unknown as StoredEvent[];
  }

  #number(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).get(...values)?.n ?? 0);
  }
}

function conditionsOf(filter: MailFilter): { where: string; values: SQLInputValue[] } {
  const conditions = ["hidden = 0"];
  const values: SQLInputValue[] = [];
  if (filter.to !== undefined) {
    conditions.push("EXISTS (SELECT 1 FROM json_each(mail.recipients) WHERE lower(value) = lower(?))");
    values.push(filter.to.trim());
  }
  if (filter.search) {
    conditions.push("(instr(lower(recipients), lower(?)) > 0 OR instr(lower(subject), lower(?)) > 0)");
    values.push(filter.search, filter.search);
  }
  if (filter.since !== undefined) {
    conditions.push("at >= ?");
    values.push(filter.since);
  }
  return { where: conditions.join(" AND "), values };
}

function valuesOf(mail: Mail): SQLInputValue[] {
  return [
    mail.id,
    mail.at,
    mail.sender,
    JSON.stringify(mail.recipients),
    mail.subject,
    mail.configurationSet,
    JSON.stringify(mail.tags),
    mail.raw,
    mail.outcome,
    mail.countedRecipients,
    mail.operation,
  ];
}

function mailFrom(row: Record<string, unknown>): Mail {
  return {
    ...(row as unknown as Mail),
    recipients: JSON.parse(row.recipients as string),
    tags: JSON.parse(row.tags as string),
    raw: Buffer.from(row.raw as Uint8Array),
  };
}
