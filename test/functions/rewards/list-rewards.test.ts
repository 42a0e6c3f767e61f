import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listRewards } from "../../../functions/rewards/list-rewards.ts";
import { type LocalTables, localTables } from "../points/support/local-tables.ts";
import { member, now, reward, tiers } from "./support/reward-case.ts";

let tables: LocalTables;
beforeAll(async () => {
  tables = await localTables();
});
afterAll(() => tables.close());

describe("the catalogue", () => {
  test("shows a member each reward with how it stands, the cheapest first, and nothing that is over", async () => {
    const [ana, dear, cheap] = [
      await member(tables),
      await reward({ points: 100_001 }),
      await reward({ points: 99_999, stock: 4 }),
    ];
    await reward({ points: 100_000, closesOn: "2026-11-01", zone: "UTC" });
    const found = await listRewards({ contactId: ana, available: 300, tier: "visitor", tiers }, now);
    const above = found.filter(({ reward: each }) => each.points >= 99_999);
    expect(above.map(({ reward: each, standing }) => [each.name, standing])).toEqual([
      [cheap.name, { state: "insufficient-points", missing: 99_699, left: 4 }],
      [dear.name, { state: "insufficient-points", missing: 99_701 }],
    ]);
  });
});
