import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Consumption } from "../../../local/dynamodb/capacity.ts";
import { openMain, wire } from "./main-engine.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tastemaker-dynamodb-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a data file", () => {
  test("gives back tables, items, indexes, stream, positions and tokens after a restart", () => {
    const file = join(folder, "deeper", "tables.db");
    const before = openMain(file);
    before.put({ pk: "con_1", sk: "a", dueShard: "s", dueAt: "2" });
    const transaction = {
      ClientRequestToken: "once",
      TransactItems: [{ Put: { TableName: "Main", Item: wire({ pk: "con_1", sk: "b" }) } }],
    };
    before.engine.execute("TransactWriteItems", transaction);
    const end = before.engine.endOfStream("Main") as string;
    before.engine.savePosition("Main", "relay", end);
    const snapshot = before.engine.snapshot();
    before.engine.close();

    const { engine } = openMain(file);
    expect(engine.snapshot()).toEqual(snapshot);
    expect(engine.earliest("Main", "due", "dueAt")).toEqual({ S: "2" });
    expect(engine.endOfStream("Main")).toBe(end);
    expect(engine.loadPosition("Main", "relay")).toBe(end);
    engine.execute("DeleteItem", { TableName: "Main", Key: wire({ pk: "con_1", sk: "b" }) });
    engine.execute("TransactWriteItems", transaction);
    expect(engine.snapshot().Main).toHaveLength(1);
    engine.close();
  });

  test("is held by one at a time, and says so", () => {
    const file = join(folder, "tables.db");
    const { engine } = openMain(file);
    expect(() => openMain(file)).toThrow(/in use by another process\. Stop that process, or choose another DATA_DIR/);
    engine.close();
    openMain(file).engine.close();
  });
});

describe("a client token", () => {
  test("is forgotten after ten minutes of the virtual clock", () => {
    const { engine, clock } = openMain();
    const earn = {
      ClientRequestToken: "once",
      TransactItems: [
        {
          Update: {
            TableName: "Main",
            Key: wire({ pk: "con_1", sk: "balance" }),
            UpdateExpression: "ADD points :n",
            ExpressionAttributeValues: wire({ ":n": 1 }),
          },
        },
      ],
    };
    const points = () => engine.snapshot().Main?.[0]?.points?.N;
    engine.execute("TransactWriteItems", earn);
    clock.now += 10 * 60_000 - 1;
    engine.execute("TransactWriteItems", earn);
    expect(points()).toBe("1");
    clock.now += 1;
    engine.execute("TransactWriteItems", earn);
    expect(points()).toBe("2");
    engine.close();
  });
});

describe("the workbench", () => {
  test("finds the smallest sort key of an index over all partitions", () => {
    const main = openMain();
    const earliest = () => main.engine.earliest("Main", "due", "dueAt");
    expect(earliest()).toBeUndefined();
    main.put({ pk: "a", sk: "1", dueShard: "s1", dueAt: "2026-11-25" });
    main.put({ pk: "b", sk: "1", dueShard: "s2", dueAt: "2026-11-24" });
    expect(earliest()).toEqual({ S: "2026-11-24" });
    main.remove({ pk: "b", sk: "1" });
    expect(earliest()).toEqual({ S: "2026-11-25" });
    expect(() => main.engine.earliest("Main", "due", "elsewhere")).toThrow(/no index due sorted by elsewhere/);
    main.engine.close();
  });

  test("pages through a table in the order of its keys, whole or one partition", () => {
    const main = openMain();
    for (const pk of ["b", "a", "c"]) for (const sk of ["2", "1"]) main.put({ pk, sk });
    const all: string[] = [];
    let next: string | undefined;
    do {
      const page = main.engine.browse("Main", { limit: 4, ...(next && { next }) });
      all.push(...page.items.map(({ pk, sk }) => `${pk?.S}${sk?.S}`));
      next = page.next;
    } while (next);
    expect(all).toEqual(["a1", "a2", "b1", "b2", "c1", "c2"]);
    expect(main.engine.browse("Main", { hash: { S: "b" } }).items).toHaveLength(2);
    expect(main.engine.tableNames()).toEqual(["Main"]);
    main.engine.close();
  });
});

describe("capacity", () => {
  test("is reported for every table and index that an operation consumes", () => {
    const main = openMain();
    const seen: Consumption[] = [];
    main.engine.onConsumed((consumption) => seen.push(consumption));
    const put = { TableName: "Main", Item: wire({ pk: "a", sk: "1", dueShard: "s", dueAt: "1" }) };
    main.engine.execute("PutItem", put, "LOCALSignUp");
    main.engine.execute("TransactWriteItems", {
      TransactItems: [{ Put: { ...put, Item: wire({ pk: "b", sk: "1" }) } }],
    });
    main.engine.execute("GetItem", { TableName: "Main", Key: wire({ pk: "a", sk: "1" }) });
    const consumption = { table: "Main", accessKeyId: "", readUnits: 0, writeUnits: 0 };
    const signUp = { ...consumption, operation: "PutItem", accessKeyId: "LOCALSignUp", writeUnits: 1 };
    expect(seen).toEqual([
      signUp,
      { ...signUp, index: "due" },
      { ...consumption, operation: "TransactWriteItems", writeUnits: 2 },
      { ...consumption, operation: "GetItem", readUnits: 0.5 },
    ]);
    main.engine.close();
  });

  test("is consumed by a refused condition too, and not by a malformed request", () => {
    const main = openMain();
    main.put({ pk: "a", sk: "1" });
    const seen: Consumption[] = [];
    main.engine.onConsumed((consumption) => seen.push(consumption));
    expect(() => main.put({ pk: "a", sk: "1" }, { ConditionExpression: "attribute_not_exists(pk)" })).toThrow();
    expect(() => main.put({ pk: "", sk: "1" })).toThrow();
    expect(seen).toMatchObject([{ operation: "PutItem", writeUnits: 1 }]);
    main.engine.close();
  });
});

describe("a table under protection", () => {
  test("is not deleted", () => {
    const { engine } = openMain();
    engine.execute("CreateTable", {
      TableName: "Kept",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      DeletionProtectionEnabled: true,
    });
    expect(() => engine.execute("DeleteTable", { TableName: "Kept" })).toThrow(/protected against deletion/);
    engine.close();
  });
});
