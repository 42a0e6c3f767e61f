import { daysAfter } from "../../../../functions/platform/clock.ts";
import { dueMoveForLot } from "../../../../functions/points/rules/due-move-for-lot.ts";
import { type Earning, newEarning, type Refund } from "../../../../functions/points/rules/earning.ts";
import { earningsFor } from "../../../../functions/points/rules/earnings-for.ts";
import type { EntryKind } from "../../../../functions/points/rules/ledger-entry.ts";
import { type Books, booksAfter, type Move } from "../../../../functions/points/rules/move.ts";
import { moveForEarning } from "../../../../functions/points/rules/move-for-earning.ts";
import { moveForReversal } from "../../../../functions/points/rules/move-for-reversal.ts";
import { moveForSpending } from "../../../../functions/points/rules/move-for-spending.ts";
import type { Posting } from "../../../../functions/points/rules/posting.ts";
import { reversalsFor, settled } from "../../../../functions/points/rules/reversals-for.ts";
import type { purchase, refund } from "./events.ts";
import { starterRules } from "./starter-rules.ts";

export interface PureEntry {
  id: string;
  kind: EntryKind;
  cause: string;
  points: number;
  postings: Posting[];
}

/** One member's books kept in memory by the product's rules alone, in the order in which its verbs ask them. */
export class PureMember {
  books: Books = { balance: { pending: 0, available: 0, debt: 0 }, lots: [] };
  entries: PureEntry[] = [];
  earnings = new Map<string, Earning>();

  earn(event: ReturnType<typeof purchase>, multiplierPercent: number): void {
    const [outcome] = earningsFor(event, starterRules, { multiplierPercent, zone: "UTC" });
    if (!outcome?.ok) return;
    const earning = this.earnings.get(outcome.occasion) ?? newEarning(outcome.occasion);
    if (earning.cause) return;
    const { rule, version, points, rate, availableAt } = outcome;
    const id = `earn ${event.id} ${rule}`;
    const lot = { id, points, earnedAt: event.at, availableAt, qualifies: true, rule, version };
    this.post(id, "earn", event.id, moveForEarning(this.books.balance, lot, availableAt > event.at));
    const grant = { entryId: id, rule, version, points, reversed: 0, earnedAt: event.at, ...(rate ? { rate } : {}) };
    const { totalMinor, currency } = event.data;
    this.earnings.set(earning.occasion, { ...earning, cause: event.id, totalMinor, currency, grants: [grant] });
    for (const waiting of earning.refunds) this.settle(earning.occasion, waiting);
  }

  refund(event: ReturnType<typeof refund>): void {
    const { orderId, refundId, amountMinor } = event.data;
    this.settle(`order:${orderId}`, { id: refundId, cause: event.id, at: event.at, amountMinor, settled: false });
  }

  private settle(occasion: string, asked: Refund): void {
    const earning = this.earnings.get(occasion) ?? newEarning(occasion);
    const known = earning.refunds.find(({ id }) => id === asked.id);
    if (known?.settled || (known && known.amountMinor !== asked.amountMinor)) return;
    const refund = known ?? asked;
    if (!earning.cause) {
      if (!known) this.earnings.set(occasion, { ...earning, refunds: [...earning.refunds, refund] });
      return;
    }
    const reversals = reversalsFor(earning, refund);
    for (const { grant, points } of reversals)
      this.post(
        `reverse ${refund.cause} ${grant.rule}`,
        "reverse",
        refund.cause,
        moveForReversal(this.books, grant.entryId, points),
      );
    this.earnings.set(occasion, settled(earning, refund, reversals));
  }

  /** Does everything that is due on the lots. */
  advance(now: string): void {
    for (const { id } of this.books.lots) {
      const lot = this.books.lots.find((each) => each.id === id);
      const due = lot && dueMoveForLot(this.books.balance, lot, now);
      if (due?.ok) this.post(`${due.kind} ${id}`, due.kind, id, due.move);
    }
  }

  adjust(id: string, points: number, now: string): boolean {
    if (this.entries.some((entry) => entry.id === id)) return true;
    if (points > 0) {
      const gift = { id, points, earnedAt: now, availableAt: now, qualifies: false, rule: "by-hand", version: 1 };
      this.post(id, "adjust", id, moveForEarning(this.books.balance, gift, false));
      return true;
    }
    const spending = moveForSpending(this.books, -points, "programme:liability");
    if (spending.ok) this.post(id, "adjust", id, spending.move);
    return spending.ok;
  }

  private post(id: string, kind: EntryKind, cause: string, move: Move): void {
    this.entries.push({ id, kind, cause, points: move.points, postings: move.postings });
    this.books = booksAfter(this.books, move);
  }
}

/** The instant so many days into a history. */
export function day(days: number): string {
  return daysAfter("2026-01-01T08:00:00.000Z", days);
}
