import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MainEngine, openMain } from "./main-engine.ts";
import { MAIN } from "./main-table.ts";

let main: MainEngine;
const DECLARED = { ...MAIN, TableName: "Main" };
const [due, listed] = MAIN.GlobalSecondaryIndexes ?? [];

beforeEach(() => {
  main = openMain();
  main.put({ pk: "a", sk: "1", dueShard: "s", dueAt: "1", queue: "reactions", expiresAt: 1, kind: "work" });
});
afterEach(() => main.engine.close());

const entries = (IndexName: string) => main.engine.execute("Scan", { TableName: "Main", IndexName }).Items;

describe("a declared table", () => {
  test("is created where it does not stand, with its time to live", () => {
    const declared = {
      ...DECLARED,
      TableName: "Other",
      TimeToLiveSpecification: { Enabled: true, AttributeName: "expiresAt" },
    };
    expect(main.engine.ensureTable(declared)).toBe("created");
    expect(main.engine.ensureTable(declared)).toBe("unchanged");
    expect(main.engine.table("Other")?.timeToLive).toBe("expiresAt");
  });

  test("stays as it is where the declaration says the same", () => {
    expect(main.engine.ensureTable(DECLARED)).toBe("unchanged");
  });

  test("gets a new index filled with the items that stand, and loses one no longer declared", () => {
    const byKind = {
      IndexName: "byKind",
      KeySchema: [{ AttributeName: "kind", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    };
    const changed = {
      ...DECLARED,
      AttributeDefinitions: [
        ...["pk", "sk", "dueShard", "dueAt", "kind"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      ],
      GlobalSecondaryIndexes: [due, byKind],
    };
    expect(main.engine.ensureTable(changed)).toBe("changed");
    expect(entries("byKind")).toHaveLength(1);
    expect(entries("due")).toHaveLength(1);
    expect(() => entries("listed")).toThrow(/does not have the specified index/);
    main.remove({ pk: "a", sk: "1" });
    expect(entries("byKind")).toEqual([]);
  });

  test("has an index built anew where its projection changes", () => {
    const wider = { ...due, Projection: { ProjectionType: "ALL" } };
    expect(main.engine.ensureTable({ ...DECLARED, GlobalSecondaryIndexes: [wider, listed] })).toBe("changed");
    expect(entries("due")).toMatchObject([{ kind: { S: "work" } }]);
  });

  test("begins to watch the time to live of items that stand", () => {
    const TimeToLiveSpecification = { Enabled: true, AttributeName: "expiresAt" };
    expect(main.engine.ensureTable({ ...DECLARED, TimeToLiveSpecification })).toBe("changed");
    main.clock.now = 2000;
    expect(main.engine.sweepExpired()).toBe(1);
  });

  test("with other keys than the stored one is refused, with the way out", () => {
    const other = { ...DECLARED, KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }] };
    expect(() => main.engine.ensureTable(other)).toThrow(/has other keys than the declared one.*--fresh/);
    expect(main.engine.snapshot().Main).toHaveLength(1);
  });
});
