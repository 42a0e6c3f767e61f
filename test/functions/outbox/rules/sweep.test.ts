import { describe, expect, it } from "vitest";
import { daysBetween, partitionsOf } from "../../../../functions/outbox/rules/due-partitions.ts";
import { noteForChange } from "../../../../functions/outbox/rules/note-for-change.ts";
import { cursorAfter, sweepRange } from "../../../../functions/outbox/rules/sweep-range.ts";

describe("the sweep", () => {
  it("looks at every shard of every day since the last one", () => {
    expect(daysBetween("2026-11-01T23:59:59.999Z", "2026-11-02T00:00:00.000Z").flatMap(partitionsOf)).toEqual([
      "2026-11-01#0",
      "2026-11-01#1",
      "2026-11-01#2",
      "2026-11-01#3",
      "2026-11-02#0",
      "2026-11-02#1",
      "2026-11-02#2",
      "2026-11-02#3",
    ]);
  });

  it("that was missed for a day begins where the last one ended", () => {
    const cursor = { sweptTo: "2026-11-01T09:01:00.000Z", undoneFrom: "2026-11-01T08:00:00.000Z" };
    expect(sweepRange(cursor, "2026-11-02T09:01:00.000Z")).toEqual({ from: cursor.sweptTo, thorough: false });
  });

  it("every ten minutes looks again at all that is still undone", () => {
    const cursor = { sweptTo: "2026-11-02T09:09:00.000Z", undoneFrom: "2026-10-30T00:00:00.000Z" };
    expect(sweepRange(cursor, "2026-11-02T09:10:00.000Z")).toEqual({ from: cursor.undoneFrom, thorough: true });
  });

  it("remembers the oldest undone row that a thorough look found", () => {
    const range = { from: "2026-10-30T00:00:00.000Z", thorough: true };
    const now = "2026-11-02T09:10:00.000Z";
    expect(cursorAfter(undefined, range, "2026-10-31T05:00:00.000Z", now).undoneFrom).toBe("2026-10-31T05:00:00.000Z");
    expect(cursorAfter(undefined, range, undefined, now).undoneFrom).toBe("2026-11-02T08:10:00.000Z");
  });
});

describe("a row that was just written", () => {
  const row = { pk: "con_1", sk: "event#1", queue: "reactions", dueAt: "2026-11-02T09:00:00.000Z" } as const;
  const now = "2026-11-02T09:00:00.000Z";

  it("is forwarded at once when it is due", () => {
    expect(noteForChange(undefined, row, now)).toEqual({ pk: "con_1", sk: "event#1", queue: "reactions" });
  });

  it("is left to the sweep when it is due later", () => {
    expect(noteForChange(undefined, { ...row, dueAt: "2026-11-02T09:00:00.001Z" }, now)).toBeUndefined();
  });

  it("is not told again by a worker's own changes to it", () => {
    expect(noteForChange(row, { ...row }, now)).toBeUndefined();
  });

  it("is told again when it becomes due anew", () => {
    expect(noteForChange({ ...row, dueAt: "2026-11-01T00:00:00.000Z" }, row, now)).toBeDefined();
  });

  it("asks for nothing once its work is done", () => {
    expect(noteForChange(row, { pk: "con_1", sk: "event#1" }, now)).toBeUndefined();
  });
});
