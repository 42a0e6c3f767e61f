import type { Context, Operation } from "./context.ts";
import { validationError } from "./dynamo-error.ts";
import type { CreateTableRequest } from "./request.ts";
import { type IndexDefinition, streamArn, streamLabel, type Table } from "./table.ts";

interface Named {
  TableName: string;
}

/** Creates a table; it is active at once. */
export const createTable: Operation<CreateTableRequest> = (context, request) => {
  const stream = request.StreamSpecification;
  if (stream?.StreamEnabled && !stream.StreamViewType) {
    throw validationError(
      "One or more parameter values were invalid: StreamViewType is required for an enabled stream",
    );
  }
  const table = context.tables.create({ ...request, createdAt: context.now() });
  return { TableDescription: describe(context, table) };
};

export const describeTable: Operation<Named> = (context, { TableName }) => ({
  Table: describe(context, context.tables.get(TableName)),
});

export const deleteTable: Operation<Named> = (context, { TableName }) => {
  const table = context.tables.delete(TableName);
  return { TableDescription: { TableName, TableArn: table.arn, TableStatus: "DELETING" } };
};

export const listTables: Operation<{ Limit?: number; ExclusiveStartTableName?: string }> = (
  { tables },
  { Limit = 100, ExclusiveStartTableName: after = "" },
) => {
  const left = tables.names().filter((name) => name > after);
  const page = left.slice(0, Limit);
  return { TableNames: page, ...(left.length > Limit && { LastEvaluatedTableName: page.at(-1) }) };
};

function describe({ database }: Context, table: Table): Record<string, unknown> {
  const { definition } = table;
  const size = database.prepare(`SELECT count(*) AS items, total(length(item)) AS bytes FROM ${table.rows}`).get();
  const onDemand = definition.BillingMode === "PAY_PER_REQUEST";
  return {
    TableName: table.name,
    TableArn: table.arn,
    TableStatus: "ACTIVE",
    CreationDateTime: definition.createdAt / 1000,
    KeySchema: definition.KeySchema,
    AttributeDefinitions: definition.AttributeDefinitions,
    ItemCount: size?.items,
    TableSizeBytes: size?.bytes,
    ProvisionedThroughput: throughput(definition.ProvisionedThroughput),
    ...(onDemand && { BillingModeSummary: { BillingMode: "PAY_PER_REQUEST" } }),
    DeletionProtectionEnabled: definition.DeletionProtectionEnabled ?? false,
    ...indexes("GlobalSecondaryIndexes", table, definition.GlobalSecondaryIndexes, { IndexStatus: "ACTIVE" }),
    ...indexes("LocalSecondaryIndexes", table, definition.LocalSecondaryIndexes, {}),
    ...(table.stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream },
      LatestStreamArn: streamArn(table),
      LatestStreamLabel: streamLabel(table),
    }),
  };
}

function indexes(member: string, table: Table, definitions: IndexDefinition[] | undefined, status: object): object {
  if (!definitions) return {};
  const described = definitions.map((definition) => ({
    ...definition,
    ...status,
    IndexArn: `${table.arn}/index/${definition.IndexName}`,
  }));
  return { [member]: described };
}

const throughput = (provisioned = { ReadCapacityUnits: 0, WriteCapacityUnits: 0 }): object => ({
  ...provisioned,
  NumberOfDecreasesToday: 0,
});
