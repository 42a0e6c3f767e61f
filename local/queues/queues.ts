import { randomUUID } from "node:crypto";
import type { DueSource } from "../due-source.ts";
import { MessageTable } from "./message-table.ts";
import type { MessageToSend, Queue, QueueCounts, QueuedMessage, QueueSettings } from "./queue.ts";
import { queueFrom } from "./queue.ts";
import { openQueueDatabase } from "./queue-database.ts";
import { receiptHandleFor, receiptParts } from "./receipt-handle.ts";

export interface QueuesOptions {
  /** Where the messages are kept; ":memory:" forgets them. */
  file: string;
  /** The virtual clock, epoch milliseconds. */
  now(): number;
}

const RETENTION_CHECK_MS = 60_000;

/** The standard queues of the product on the virtual clock: nothing here sleeps, the clock says what is due. */
export class Queues implements DueSource {
  readonly name = "queues";
  readonly #messages: MessageTable;
  readonly #queues = new Map<string, Queue>();
  readonly #listeners = new Set<(queue: string) => void>();
  readonly #retentionCheckedAt = new Map<string, number>();
  readonly #now: () => number;
  /** Everything visible up to this instant has been announced; a restart announces all of it again. */
  #announcedUpTo = 0;

  constructor(options: QueuesOptions) {
    this.#now = options.now;
    this.#messages = new MessageTable(openQueueDatabase(options.file));
  }

  define(settings: QueueSettings): void {
    if (settings.name.endsWith(".fifo"))
      throw new Error(`Queue ${settings.name}: the local runtime has standard queues only; drop FifoQueue.`);
    this.#queues.set(settings.name, queueFrom(settings, this.#now()));
  }

  /** Tells whenever a queue may have something to receive; who consumes a queue asks then. Returns how to stop listening. */
  onChanged(listener: (queue: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get(name: string): Queue | undefined {
    return this.#queues.get(name);
  }

  names(): string[] {
    return [...this.#queues.keys()].sort();
  }

  send(queueName: string, message: MessageToSend): QueuedMessage {
    return this.sendAll(queueName, [message])[0] as QueuedMessage;
  }

  /** Stores all of them or, when the process dies, none. */
  sendAll(queueName: string, messages: MessageToSend[]): QueuedMessage[] {
    const queue = this.#required(queueName);
    const now = this.#now();
    this.#announceDue(now);
    const queued = messages.map((message) => queuedMessage(queue, message, now));
    this.#messages.inTransaction(() => {
      for (const message of queued) this.#messages.insert(message);
    });
    if (queued.some((message) => message.visibleAt <= now)) this.#announce(queueName);
    return queued;
  }

  /** Takes up to `limit` visible messages and hides them; one that has failed too often goes to the dead letters. */
  receive(queueName: string, limit: number, visibilitySeconds?: number): QueuedMessage[] {
    const queue = this.#required(queueName);
    const now = this.#now();
    this.#forgetExpired(queue, now);
    const hiddenMs = (visibilitySeconds ?? queue.visibilitySeconds) * 1000;
    const dead: QueuedMessage[] = [];
    const received = this.#messages.inTransaction(() => {
      const taken: QueuedMessage[] = [];
      for (const message of this.#messages.receivable(queueName, now, limit)) {
        if (hasDied(queue, message)) dead.push(message);
        else taken.push(this.#take(message, now, hiddenMs));
      }
      for (const message of dead) this.#messages.move(message.id, queue.deadLetterQueue as string, now, queueName);
      return taken;
    });
    if (dead.length === 0) return received;
    this.#announce(queue.deadLetterQueue as string);
    return [...received, ...this.receive(queueName, limit - received.length, visibilitySeconds)];
  }

  /** Only the latest receipt deletes: a late worker cannot take away a message that another now holds. */
  delete(queueName: string, receiptHandle: string): boolean {
    const { id } = receiptParts(receiptHandle);
    return this.#messages.deleteByHandle(queueName, receiptHandle, id);
  }

  /** False when the message is not in flight under this receipt. */
  changeVisibility(queueName: string, receiptHandle: string, seconds: number): boolean {
    const now = this.#now();
    const { id } = receiptParts(receiptHandle);
    const message = this.#messages.find(id);
    if (message?.queue !== queueName || message.receiptHandle !== receiptHandle || message.visibleAt <= now)
      return false;
    this.#announceDue(now);
    this.#messages.setVisibleAt(id, now + seconds * 1000);
    if (seconds === 0) this.#announce(queueName);
    return true;
  }

  purge(queueName: string): number {
    return this.#messages.deleteAll(this.#required(queueName).name);
  }

  counts(queueName: string): QueueCounts {
    const queue = this.#required(queueName);
    const now = this.#now();
    this.#forgetExpired(queue, now);
    return this.#messages.counts(queueName, now);
  }

  /** Looks without receiving, latest first: for the workbench. */
  peek(queueName: string, limit = 50): QueuedMessage[] {
    return this.#messages.listed(this.#required(queueName).name, limit);
  }

  /** The queues whose failures end up in this one. */
  sourcesOf(deadLetterQueue: string): string[] {
    return this.names().filter((name) => this.#queues.get(name)?.deadLetterQueue === deadLetterQueue);
  }

  /** Sends dead letters back where they died: all of them, or the one named. */
  redrive(deadLetterQueue: string, id?: string): number {
    const now = this.#now();
    const fallback = this.sourcesOf(deadLetterQueue)[0];
    const letters = this.peek(deadLetterQueue, 100_000).filter((letter) => id === undefined || letter.id === id);
    const home = (letter: QueuedMessage) => letter.diedIn ?? fallback;
    const movable = letters.filter((letter) => home(letter) !== undefined);
    this.#messages.inTransaction(() => {
      for (const letter of movable) this.#messages.move(letter.id, home(letter) as string, now, null);
    });
    for (const queue of new Set(movable.map(home))) this.#announce(queue as string);
    return movable.length;
  }

  discard(id: string): boolean {
    return this.#messages.delete(id);
  }

  /** The earliest instant at which a hidden or delayed message comes to light. */
  nextDueAt(): number | undefined {
    return this.#messages.nextVisibleAfter(this.#announcedUpTo);
  }

  /** Announces what has come to light by now; returns for how many queues. */
  runDue(now: number): number {
    return this.#announceDue(now);
  }

  close(): void {
    this.#messages.close();
  }

  #take(message: QueuedMessage, now: number, hiddenMs: number): QueuedMessage {
    const receiptHandle = receiptHandleFor(message.id);
    const visibleAt = now + hiddenMs;
    this.#messages.markReceived(message.id, receiptHandle, visibleAt, now);
    const receiveCount = message.receiveCount + 1;
    return { ...message, receiptHandle, visibleAt, receiveCount, firstReceivedAt: message.firstReceivedAt ?? now };
  }

  #announceDue(now: number): number {
    if (now <= this.#announcedUpTo) return 0;
    const queues = this.#messages.queuesVisible(this.#announcedUpTo, now);
    this.#announcedUpTo = now;
    for (const queue of queues) this.#announce(queue);
    return queues.length;
  }

  #announce(queue: string): void {
    for (const listener of this.#listeners) listener(queue);
  }

  #forgetExpired(queue: Queue, now: number): void {
    if (now - (this.#retentionCheckedAt.get(queue.name) ?? 0) < RETENTION_CHECK_MS) return;
    this.#retentionCheckedAt.set(queue.name, now);
    this.#messages.deleteSentBefore(queue.name, now - queue.retentionSeconds * 1000);
  }

  #required(name: string): Queue {
    const queue = this.#queues.get(name);
    if (!queue) throw new Error(`No queue named ${name}; there are: ${this.names().join(", ") || "none"}.`);
    return queue;
  }
}

function queuedMessage(queue: Queue, message: MessageToSend, now: number): QueuedMessage {
  return {
    id: randomUUID(),
    queue: queue.name,
    body: message.body,
    attributes: message.attributes ?? {},
    systemAttributes: message.systemAttributes ?? {},
    sentAt: now,
    visibleAt: now + (message.delaySeconds ?? queue.delaySeconds) * 1000,
    receiveCount: 0,
    firstReceivedAt: null,
    receiptHandle: null,
    diedIn: null,
  };
}

function hasDied(queue: Queue, message: QueuedMessage): boolean {
  if (queue.maxReceiveCount === undefined || queue.deadLetterQueue === undefined) return false;
  return message.receiveCount >= queue.maxReceiveCount;
}
