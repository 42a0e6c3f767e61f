import fc from "fast-check";

/** One step of a random history. */
export type Command =
  | { do: "purchase"; order: number; totalMinor: number; percent: number }
  | { do: "refund"; order: number; number: number; amountMinor: number }
  | { do: "wait"; days: number }
  | { do: "adjust"; points: number }
  | { do: "spend"; percent: number }
  | { do: "repeat"; back: number };

export const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant("purchase" as const),
    order: fc.nat(4),
    totalMinor: fc.integer({ min: 0, max: 30_000 }),
    percent: fc.constantFrom(100, 110, 125),
  }),
  fc.record({
    do: fc.constant("refund" as const),
    order: fc.nat(4),
    number: fc.nat(2),
    amountMinor: fc.integer({ min: 0, max: 20_000 }),
  }),
  fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 16 }) }),
  fc.record({ do: fc.constant("adjust" as const), points: fc.integer({ min: -300, max: 100 }).filter((n) => n !== 0) }),
  fc.record({ do: fc.constant("spend" as const), percent: fc.constantFrom(10, 50, 100) }),
  fc.record({ do: fc.constant("repeat" as const), back: fc.nat(10) }),
);

/** A delivery: a command with the day on which it first happened, so that a repetition says the very same. */
export type Delivery = Exclude<Command, { do: "repeat" | "wait" | "spend" }> & { on: number; id: string };

/** The reference: it knows orders and sums, nothing of lots, entries or postings. */
export class Reference {
  orders = new Map<number, { total: number; percent: number; on: number; released: boolean }>();
  refunds = new Map<string, { order: number; amount: number }>();
  adjustments = new Map<string, number>();

  kept(order: number): number {
    const bought = this.orders.get(order);
    if (!bought) return 0;
    const back = [...this.refunds.values()].filter((each) => each.order === order);
    const kept = Math.max(0, bought.total - back.reduce((sum, { amount }) => sum + amount, 0));
    return Math.floor((Math.floor(kept / 100) * bought.percent) / 100);
  }

  balance() {
    const sum = (released: boolean) =>
      [...this.orders].reduce(
        (total, [order, each]) => (each.released === released ? total + this.kept(order) : total),
        0,
      );
    const adjusted = [...this.adjustments.values()].reduce((total, points) => total + points, 0);
    const net = sum(true) + adjusted;
    return { pending: sum(false), available: Math.max(0, net), debt: Math.max(0, -net) };
  }

  deliver(delivery: Delivery): void {
    if (delivery.do === "purchase") {
      // Nothing earned is nothing kept: another report of the order may still earn.
      const earns = Math.floor((Math.floor(delivery.totalMinor / 100) * delivery.percent) / 100) > 0;
      if (earns && !this.orders.has(delivery.order))
        this.orders.set(delivery.order, {
          total: delivery.totalMinor,
          percent: delivery.percent,
          on: delivery.on,
          released: false,
        });
    } else if (delivery.do === "refund") {
      const key = `${delivery.order}/${delivery.number}`;
      if (!this.refunds.has(key)) this.refunds.set(key, { order: delivery.order, amount: delivery.amountMinor });
    } else if (!this.adjustments.has(delivery.id) && this.balance().available + Math.min(0, delivery.points) >= 0) {
      this.adjustments.set(delivery.id, delivery.points);
    }
  }

  wait(today: number): void {
    for (const order of this.orders.values()) order.released ||= order.on + 14 <= today;
  }
}
