import { expect, it } from "vitest";
import { expiringNext } from "../../../../functions/points/rules/expiring-next.ts";
import type { Lot } from "../../../../functions/points/rules/lot.ts";

function lot(id: string, remaining: number, expiresAt?: string, state: Lot["state"] = "available"): Lot {
  const at = "2026-01-01T00:00:00.000Z";
  const fixed = { points: 100, reversed: 0, earnedAt: at, availableAt: at, qualifies: true, rule: "r", version: 1 };
  return { id, state, remaining, ...fixed, ...(expiresAt ? { expiresAt } : {}) };
}

it("adds up everything that lapses at the next instant", () => {
  const lots = [lot("a", 10, "2026-09-01"), lot("b", 5, "2026-08-01"), lot("c", 7, "2026-08-01"), lot("d", 3)];
  expect(expiringNext(lots)).toEqual({ points: 12, at: "2026-08-01" });
});

it("is nothing when no points lapse, are left or can be spent yet", () => {
  expect(
    expiringNext([lot("a", 10), lot("b", 0, "2026-08-01", "closed"), lot("c", 9, "2026-08-01", "pending")]),
  ).toBeNull();
});
