import { z } from "zod";
import { arnOf, physicalName, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));

const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const Table = z.strictObject({
  TableName: z.string().optional(),
  KeySchema,
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.enum(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]) })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
  PointInTimeRecoverySpecification: understood,
  SSESpecification: understood,
  ContributorInsightsSpecification: understood,
  Tags: understood,
});

export type Table = z.infer<typeof Table>;

export const dynamoDbTable: ResourceKind<Table> = {
  type: "AWS::DynamoDB::Table",
  properties: Table,
  identify(resource) {
    const name = physicalName(resource, "TableName");
    const arn = arnOf("dynamodb", `table/${name}`);
    return { ref: name, attributes: { Arn: arn, StreamArn: `${arn}/stream/2026-01-01T00:00:00.000` } };
  },
};
