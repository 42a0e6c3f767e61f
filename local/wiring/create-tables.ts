import { isDeepStrictEqual } from "node:util";
import type { Assembly } from "../assembly/load-assembly.ts";
import type { DynamoDb } from "../dynamodb/engine.ts";
import type { TableDefinition } from "../dynamodb/table.ts";
import { dynamoDbTable, type Table } from "../resources/dynamodb-table.ts";

/** The stored data were made by another version of the tables. */
export class StaleData extends Error {}

const COMPARED = ["KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes", "StreamSpecification"] as const;

/** Makes the tables of the assembly, or finds them as a former run left them. */
export function createTables(assembly: Assembly, dynamoDb: DynamoDb): void {
  for (const { ref, properties } of assembly.of(dynamoDbTable)) {
    const wanted = creation(ref, properties);
    const existing = dynamoDb.table(ref)?.definition;
    if (existing === undefined) create(dynamoDb, wanted, properties);
    else refuseOther(ref, wanted, existing);
  }
}

type Creation = Omit<TableDefinition, "createdAt" | "TimeToLiveSpecification">;

function creation(TableName: string, properties: Table): Creation {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes, BillingMode } = properties;
  const { StreamSpecification, DeletionProtectionEnabled } = properties;
  return withoutUndefined({
    TableName,
    KeySchema,
    AttributeDefinitions,
    GlobalSecondaryIndexes,
    LocalSecondaryIndexes,
    BillingMode,
    DeletionProtectionEnabled,
    StreamSpecification: StreamSpecification && { StreamEnabled: true, ...StreamSpecification },
  }) as unknown as Creation;
}

function create(dynamoDb: DynamoDb, wanted: Creation, { TimeToLiveSpecification }: Table): void {
  dynamoDb.execute("CreateTable", { ...wanted });
  if (TimeToLiveSpecification?.Enabled !== true) return;
  dynamoDb.execute("UpdateTimeToLive", { TableName: wanted.TableName, TimeToLiveSpecification });
}

function refuseOther(name: string, wanted: Creation, existing: TableDefinition): void {
  const changed = COMPARED.filter((part) => !isDeepStrictEqual(wanted[part], plain(existing[part])));
  if (changed.length === 0) return;
  throw new StaleData(
    `The stored table ${name} was made with another ${changed.join(", ")}. Begin anew with: npm start -- --fresh`,
  );
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function withoutUndefined(value: object): object {
  return plain(value) as object;
}
