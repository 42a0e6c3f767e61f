import { AttributeType, ProjectionType, StreamViewType, type Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { protectedTable } from "./protected-table.ts";

/** Contacts and everything that hangs on them. Its stream carries new work to the queues. */
export function mainTable(scope: Construct): Table {
  const table = protectedTable(scope, "Main", {
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute: "expiresAt",
  });
  // Sparse: only rows with work to do are in it, by the hour and spread over shards, so that finding what is due costs
  // the same at any number of contacts.
  table.addGlobalSecondaryIndex({
    indexName: "due",
    partitionKey: { name: "dueShard", type: AttributeType.STRING },
    sortKey: { name: "dueAt", type: AttributeType.STRING },
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ["queue"],
  });
  table.addGlobalSecondaryIndex({
    indexName: "listed",
    partitionKey: { name: "listKey", type: AttributeType.STRING },
    sortKey: { name: "listAt", type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  });
  return table;
}
