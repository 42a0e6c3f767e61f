import type { DueSource } from "../due-source.ts";
import type { Mail } from "./mail.ts";
import type { EventDetail } from "./mail-event.ts";
import { outcomeAfter, suppressedBy } from "./mail-outcome.ts";
import type { MailFilter } from "./mail-table.ts";
import { type OutcomeName, reportOutcome } from "./report-outcome.ts";
import { openSesStore, type SesStore, type SesStoreOptions } from "./ses-store.ts";
import type { StoredEvent } from "./stored-event.ts";

export interface SesOptions extends SesStoreOptions {
  /** Hands an event to a topic; what it returns is of no interest. */
  publish(topicArn: string, publication: { message: string; subject: string }): unknown;
}

const PAGE = 50;
const SUBJECT = "Amazon SES Email Event Notification";

/** The sending account on this machine: takes mail, keeps it for the inbox, and tells what became of it. */
export class Ses implements DueSource {
  readonly name = "mail events";
  readonly store: SesStore;
  readonly #publish: SesOptions["publish"];
  readonly #listeners = new Set<() => void>();
  #scheduled: NodeJS.Immediate | undefined;

  constructor(options: SesOptions) {
    this.store = openSesStore(options);
    this.#publish = options.publish;
  }

  /** Told after every emission of events. */
  onChanged(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Emits what is due in the next turn of the event loop: after the answer, as a provider would. */
  eventsMayBeDue(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.runDue(this.store.now());
    });
  }

  nextDueAt(): number | undefined {
    return this.store.mails.nextDueAt();
  }

  /** Emits every event due by now, in order. Emitted and then marked: after a crash one may come twice. */
  runDue(now: number): number {
    let emitted = 0;
    for (let due = this.store.mails.dueEvents(now, PAGE); due.length > 0; due = this.store.mails.dueEvents(now, PAGE)) {
      // One storage batch a page: a crash inside it tells at most these events twice.
      this.store.mails.inTransaction(() => {
        for (const event of due) this.#emit(event);
      });
      emitted += due.length;
    }
    for (const listener of this.#listeners) listener();
    return emitted;
  }

  /** How many events are due and not yet told; settled when none. */
  pending(): number {
    return this.store.mails.countDue(this.store.now());
  }

  /** The mail with this SES message id, or the latest that carries it as the value of a tag. */
  find(idOrTag: string): Mail | undefined {
    return this.store.mails.find(idOrTag) ?? this.store.mails.findByTag(idOrTag);
  }

  list(filter: MailFilter): Mail[] {
    return this.store.mails.list(filter);
  }

  count(filter: MailFilter): number {
    return this.store.mails.count(filter);
  }

  eventsOf(mailId: string): StoredEvent[] {
    return this.store.mails.eventsOf(mailId);
  }

  emptyInbox(): number {
    return this.store.mails.hideAll();
  }

  /** Lets something happen to a mail now: what the workbench's buttons and `/_local/mail-events` do. */
  report(mail: Mail, outcome: OutcomeName, detail: EventDetail = {}): void {
    reportOutcome(this.store, mail, outcome, detail);
    this.runDue(this.store.now());
  }

  close(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.store.close();
  }

  #emit(event: StoredEvent): void {
    for (const topicArn of this.store.account.topicsFor(event.configurationSet, event.type))
      this.#publish(topicArn, { message: event.payload, subject: SUBJECT });
    const outcome = outcomeAfter(event);
    if (outcome) this.store.mails.setOutcome(event.mailId, outcome);
    this.store.mails.markEmitted(event.seq);
    this.#rememberBounce(event);
  }

  /** A hard bounce or a complaint puts the address on the account's suppression list, as SES does. */
  #rememberBounce(event: StoredEvent): void {
    for (const { address, reason } of suppressedBy(event)) this.store.suppression.put(address, reason, event.dueAt);
  }
}
