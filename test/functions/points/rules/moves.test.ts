import { describe, expect, it } from "vitest";
import { dueMoveForLot } from "../../../../functions/points/rules/due-move-for-lot.ts";
import type { Lot } from "../../../../functions/points/rules/lot.ts";
import { type Books, booksAfter } from "../../../../functions/points/rules/move.ts";
import { moveForEarning } from "../../../../functions/points/rules/move-for-earning.ts";
import { moveForReversal } from "../../../../functions/points/rules/move-for-reversal.ts";
import { moveForSpending } from "../../../../functions/points/rules/move-for-spending.ts";
import { balanced } from "../../../../functions/points/rules/posting.ts";

const earnedAt = "2026-03-02T10:00:00.000Z";
const availableAt = "2026-03-16T10:00:00.000Z";

function lot(id: string, change: Partial<Lot> = {}): Lot {
  const points = change.points ?? 100;
  const base = { id, state: "available", points, reversed: 0, remaining: points, earnedAt, availableAt } as const;
  return { ...base, qualifies: true, rule: "purchase", version: 1, ...change };
}

function books(pending: number, available: number, debt: number, lots: Lot[]): Books {
  return { balance: { pending, available, debt }, lots };
}

const held = ({ lots }: Books) =>
  Object.fromEntries(lots.map(({ id, state, remaining }) => [id, `${state} ${remaining}`]));

describe("earning", () => {
  it("keeps waiting points apart from what is owed", () => {
    const move = moveForEarning({ pending: 0, available: 0, debt: 30 }, lot("a"), true);
    expect(booksAfter(books(0, 0, 30, []), move).balance).toEqual({ pending: 100, available: 0, debt: 30 });
  });

  it.each([
    [0, 100, 0, "available 100"],
    [30, 70, 0, "available 70"],
    [100, 0, 0, "closed 0"],
    [130, 0, 30, "closed 0"],
  ])("pays a debt of %i first", (debt, available, left, lotState) => {
    const after = booksAfter(
      books(0, 0, debt, []),
      moveForEarning({ pending: 0, available: 0, debt }, lot("a"), false),
    );
    expect(after.balance).toEqual({ pending: 0, available, debt: left });
    expect(held(after)).toEqual({ a: lotState });
  });
});

describe("the end of a wait", () => {
  const waiting = lot("a", { state: "pending" });

  it("comes at its instant and not a millisecond before", () => {
    const balance = { pending: 100, available: 0, debt: 0 };
    expect(dueMoveForLot(balance, waiting, "2026-03-16T09:59:59.999Z")).toEqual({ ok: false, reason: "not-yet" });
    expect(dueMoveForLot(balance, waiting, availableAt)).toMatchObject({ ok: true, kind: "release", at: availableAt });
  });

  it("pays a debt first and leaves the rest to spend", () => {
    const before = books(100, 0, 30, [waiting]);
    const due = dueMoveForLot(before.balance, waiting, availableAt);
    const after = booksAfter(before, due.ok ? due.move : (undefined as never));
    expect(after.balance).toEqual({ pending: 0, available: 70, debt: 0 });
    expect(held(after)).toEqual({ a: "available 70" });
  });

  it("does nothing a second time", () => {
    expect(dueMoveForLot({ pending: 0, available: 100, debt: 0 }, lot("a"), availableAt)).toEqual({
      ok: false,
      reason: "nothing-due",
    });
  });
});

describe("expiry", () => {
  const lapsing = lot("a", { points: 100, remaining: 40, expiresAt: "2027-03-16T10:00:00.000Z" });

  it("takes the unspent rest at its instant and not a millisecond before", () => {
    const before = books(0, 40, 0, [lapsing]);
    expect(dueMoveForLot(before.balance, lapsing, "2027-03-16T09:59:59.999Z").ok).toBe(false);
    const due = dueMoveForLot(before.balance, lapsing, "2027-03-16T10:00:00.000Z");
    expect(due).toMatchObject({ ok: true, kind: "expire", move: { points: -40 } });
    expect(booksAfter(before, due.ok ? due.move : (undefined as never)).balance).toEqual({
      pending: 0,
      available: 0,
      debt: 0,
    });
  });

  it("finds nothing in a lot that was spent", () => {
    const spent = lot("a", { state: "closed", remaining: 0, expiresAt: availableAt });
    expect(dueMoveForLot({ pending: 0, available: 0, debt: 0 }, spent, availableAt)).toEqual({
      ok: false,
      reason: "nothing-due",
    });
  });
});

describe("taking back", () => {
  it("takes waiting points of the purchase itself first", () => {
    const before = books(100, 50, 0, [lot("a", { state: "pending" }), lot("b", { points: 50 })]);
    const after = booksAfter(before, moveForReversal(before, "a", 60));
    expect(after.balance).toEqual({ pending: 40, available: 50, debt: 0 });
    expect(held(after)).toEqual({ a: "pending 40", b: "available 50" });
  });

  it("takes what is left of the purchase, then the oldest other points, then makes debt", () => {
    const before = books(0, 65, 0, [
      lot("younger", { points: 30, earnedAt: "2026-02-02T10:00:00.000Z" }),
      lot("oldest", { points: 20, earnedAt: "2026-01-02T10:00:00.000Z" }),
      lot("refunded", { points: 100, remaining: 15 }),
    ]);
    const after = booksAfter(before, moveForReversal(before, "refunded", 55));
    expect(held(after)).toEqual({ younger: "available 10", oldest: "closed 0", refunded: "closed 0" });
    expect(after.balance).toEqual({ pending: 0, available: 10, debt: 0 });
    const all = booksAfter(before, moveForReversal(before, "refunded", 100));
    expect(all.balance).toEqual({ pending: 0, available: 0, debt: 35 });
  });

  it("leaves waiting points of other purchases alone: they pay the debt on their release", () => {
    const before = books(80, 0, 0, [
      lot("spent", { state: "closed", remaining: 0 }),
      lot("waiting", { points: 80, state: "pending" }),
    ]);
    const after = booksAfter(before, moveForReversal(before, "spent", 100));
    expect(after.balance).toEqual({ pending: 80, available: 0, debt: 100 });
    expect(held(after)).toEqual({ spent: "closed 0", waiting: "pending 80" });
  });

  it("remembers on the lot how much of it was taken back, wherever it was taken from", () => {
    const before = books(0, 0, 0, [lot("spent", { state: "closed", remaining: 0 })]);
    expect(moveForReversal(before, "spent", 40).lots).toMatchObject([{ id: "spent", reversed: 40 }]);
  });
});

describe("spending", () => {
  const before = books(0, 150, 0, [
    lot("old", { points: 50, earnedAt: "2026-01-02T10:00:00.000Z" }),
    lot("lapsing", { points: 100, expiresAt: "2026-09-01T00:00:00.000Z" }),
  ]);

  it("takes what lapses first, then what is oldest", () => {
    const spending = moveForSpending(before, 120, "programme:redeemed");
    const after = booksAfter(before, spending.ok ? spending.move : (undefined as never));
    expect(held(after)).toEqual({ old: "available 30", lapsing: "closed 0" });
    expect(after.balance.available).toBe(30);
  });

  it.each([151, 1000])("refuses %i points when there are 150", (points) => {
    expect(moveForSpending(before, points, "programme:redeemed")).toEqual({ ok: false, reason: "insufficient-points" });
  });

  it("stops with a fault when lots and balance disagree, instead of inventing points", () => {
    expect(() => moveForSpending(books(0, 10, 0, []), 10, "programme:redeemed")).toThrow("lots hold only 0 of 10");
  });
});

describe("an entry", () => {
  it("must sum to zero", () => {
    expect(() => balanced([{ account: "member:available", points: 5 }])).toThrow("must sum to zero");
    expect(balanced([{ account: "member:available", points: 0 }])).toEqual([]);
  });
});
