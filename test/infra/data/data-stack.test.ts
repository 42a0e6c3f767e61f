import { describe, expect, test } from "vitest";
import { resourceOf, synthesize } from "../support/synthesize.ts";

const { data } = synthesize();

describe.each(["Main", "Ledger"])("the table %s", (name) => {
  const table = resourceOf(data, name);

  test("can be restored to any second of the last 35 days", () => {
    expect(table.Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  test("is neither deleted by hand nor with its stack", () => {
    expect(table.Properties.DeletionProtectionEnabled).toBe(true);
    expect(table.DeletionPolicy).toBe("Retain");
  });

  test("is encrypted, and paid for by use", () => {
    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true });
    expect(table.Properties.BillingMode).toBe("PAY_PER_REQUEST");
  });
});

test("changed rows of the main table are streamed as they were and as they are", () => {
  expect(resourceOf(data, "Main").Properties.StreamSpecification).toEqual({ StreamViewType: "NEW_AND_OLD_IMAGES" });
  expect(resourceOf(data, "Ledger").Properties.StreamSpecification).toBeUndefined();
});

test("rows with a lifetime are deleted by expiresAt, and ledger entries never", () => {
  expect(resourceOf(data, "Main").Properties.TimeToLiveSpecification).toEqual({
    AttributeName: "expiresAt",
    Enabled: true,
  });
  expect(resourceOf(data, "Ledger").Properties.TimeToLiveSpecification).toBeUndefined();
});

test("due work is found by hour and shard, and carries the name of its queue", () => {
  const { Main } = data.toJSON().Resources;
  const indexes = Object.fromEntries(
    Main.Properties.GlobalSecondaryIndexes.map((index: { IndexName: string }) => [index.IndexName, index]),
  );
  expect(indexes.due.KeySchema.map((key: { AttributeName: string }) => key.AttributeName)).toEqual([
    "dueShard",
    "dueAt",
  ]);
  expect(indexes.due.Projection).toEqual({ ProjectionType: "INCLUDE", NonKeyAttributes: ["queue"] });
  expect(indexes.listed.Projection).toEqual({ ProjectionType: "KEYS_ONLY" });
});
