import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { MAIN } from "../main-table.ts";
import { refusal, testTable } from "./test-table.ts";

const table = testTable();
const TableName = table.name;

describe("a table", () => {
  test("describes its keys, indexes and stream", async () => {
    await table.put({ pk: "a", sk: "b" });
    const { Table } = await table.client().send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableName,
      TableStatus: "ACTIVE",
      KeySchema: MAIN.KeySchema,
      AttributeDefinitions: MAIN.AttributeDefinitions,
      StreamSpecification: MAIN.StreamSpecification,
      BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" },
      ItemCount: 1,
    });
    expect(Table?.TableArn).toMatch(/^arn:aws:dynamodb:.*:table\//);
    expect(Table?.LatestStreamArn).toMatch(/^arn:aws:dynamodb:.*\/stream\//);
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(["due", "listed"]);
    expect(Table?.CreationDateTime?.getTime()).toBeGreaterThan(Date.now() - 600_000);
  });

  test("is listed", async () => {
    const names: string[] = [];
    let ExclusiveStartTableName: string | undefined;
    do {
      const page = await table.client().send(new ListTablesCommand({ Limit: 100, ExclusiveStartTableName }));
      names.push(...(page.TableNames ?? []));
      ExclusiveStartTableName = page.LastEvaluatedTableName;
    } while (ExclusiveStartTableName);
    expect(names).toContain(TableName);
  });

  test("cannot be created twice, and not found where it does not exist", async () => {
    const again = table.client().send(new CreateTableCommand({ ...MAIN, TableName }));
    expect((await refusal(again)).name).toBe("ResourceInUseException");
    const nowhere = { TableName: `${TableName}-nowhere` };
    for (const command of [new DescribeTableCommand(nowhere), new DeleteTableCommand(nowhere)]) {
      expect((await refusal(table.client().send(command as DescribeTableCommand))).name).toBe(
        "ResourceNotFoundException",
      );
    }
  });

  test("is gone with its items once it is deleted", async () => {
    const other = { TableName: `${TableName}-other` };
    await table.client().send(new CreateTableCommand({ ...MAIN, ...other }));
    await table.put({ pk: "a", sk: "b" }, other as object);
    await table.client().send(new DeleteTableCommand(other));
    await table.client().send(new CreateTableCommand({ ...MAIN, ...other }));
    expect((await table.scan(other as object)).Count).toBe(0);
    await table.client().send(new DeleteTableCommand(other));
  });

  test("with a definition that contradicts itself is refused", async () => {
    const undefinedKey = { ...MAIN, TableName: `${TableName}-bad`, AttributeDefinitions: [] };
    expect((await refusal(table.client().send(new CreateTableCommand(undefinedKey)))).name).toBe("ValidationException");
  });
});

describe("time to live", () => {
  test("is off at first, can be switched on, and says what it watches", async () => {
    const described = async () =>
      (await table.client().send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription;
    expect(await described()).toEqual({ TimeToLiveStatus: "DISABLED" });
    const TimeToLiveSpecification = { Enabled: true, AttributeName: "expiresAt" };
    await table.client().send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    expect(await described()).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" });
    const again = table.client().send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    expect(await refusal(again)).toMatchObject({
      name: "ValidationException",
      message: "TimeToLive is already enabled",
    });
  });
});
