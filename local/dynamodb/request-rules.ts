import { type RequestRules, requestRules, type Shape } from "./dynalite.ts";

// Members that DynamoDB knows and the dependency does not, written in the dependency's own schema language.
const TABLE_NAME = {
  type: "String",
  notNull: true,
  regex: "[a-zA-Z0-9_.-]+",
  lengthGreaterThanOrEqual: 1,
  lengthLessThanOrEqual: 255,
};
const ON_FAILURE = { ReturnValuesOnConditionCheckFailure: { type: "String", enum: ["ALL_OLD", "NONE"] } };
const ATTRIBUTES = { type: "Map<AttributeValue>", children: "AttrStruct<ValueStruct>" };
const CAPACITY = { ReturnConsumedCapacity: { type: "String", enum: ["INDEXES", "TOTAL", "NONE"] } };
const TOKEN = { type: "String", lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 36 };

const TARGET = {
  TableName: TABLE_NAME,
  ConditionExpression: "String",
  ExpressionAttributeNames: { type: "Map<java.lang.String>", children: "String" },
  ExpressionAttributeValues: ATTRIBUTES,
  ...ON_FAILURE,
};
const KEY = { Key: { ...ATTRIBUTES, notNull: true } };

const part = (name: string, children: Shape): Shape => ({ [name]: { type: `FieldStruct<${name}>`, children } });

const parts = (structure: string, children: Shape): Shape => ({
  TransactItems: {
    type: "List",
    notNull: true,
    lengthGreaterThanOrEqual: 1,
    lengthLessThanOrEqual: 100,
    children: { type: `ValueStruct<${structure}>`, children },
  },
});

const TRANSACT_WRITE: RequestRules = {
  types: {
    ...CAPACITY,
    ReturnItemCollectionMetrics: { type: "String", enum: ["SIZE", "NONE"] },
    ClientRequestToken: TOKEN,
    ...parts("TransactWriteItem", {
      ...part("Put", { ...TARGET, Item: { ...ATTRIBUTES, notNull: true } }),
      ...part("Update", { ...TARGET, ...KEY, UpdateExpression: { type: "String", notNull: true } }),
      ...part("Delete", { ...TARGET, ...KEY }),
      ...part("ConditionCheck", { ...TARGET, ...KEY, ConditionExpression: { type: "String", notNull: true } }),
    }),
  },
};

const TRANSACT_GET: RequestRules = {
  types: {
    ...CAPACITY,
    ...parts("TransactGetItem", {
      ...part("Get", {
        TableName: TABLE_NAME,
        ...KEY,
        ProjectionExpression: "String",
        ExpressionAttributeNames: { type: "Map<java.lang.String>", children: "String" },
      }),
    }),
  },
};

const UPDATE_TIME_TO_LIVE: RequestRules = {
  types: {
    TableName: TABLE_NAME,
    TimeToLiveSpecification: {
      type: "FieldStruct<TimeToLiveSpecification>",
      notNull: true,
      children: {
        Enabled: { type: "Boolean", notNull: true },
        AttributeName: { type: "String", notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 },
      },
    },
  },
};

// These settings change nothing that a program can see on one machine; they are accepted and not kept.
const WITHOUT_EFFECT = ["SSESpecification", "TableClass", "Tags", "OnDemandThroughput"];

const CREATE_TABLE = extended("createTable", {
  StreamSpecification: {
    type: "FieldStruct<StreamSpecification>",
    children: {
      StreamEnabled: { type: "Boolean", notNull: true },
      StreamViewType: { type: "String", enum: ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"] },
    },
  },
  DeletionProtectionEnabled: "Boolean",
});

/** The shape of every operation that the engine knows. */
export const RULES: Record<string, RequestRules> = {
  CreateTable: CREATE_TABLE,
  DescribeTable: requestRules("describeTable"),
  ListTables: requestRules("listTables"),
  DeleteTable: requestRules("deleteTable"),
  DescribeTimeToLive: requestRules("describeTimeToLive"),
  UpdateTimeToLive: UPDATE_TIME_TO_LIVE,
  PutItem: extended("putItem", ON_FAILURE),
  UpdateItem: extended("updateItem", ON_FAILURE),
  DeleteItem: extended("deleteItem", ON_FAILURE),
  GetItem: requestRules("getItem"),
  Query: requestRules("query"),
  Scan: extended("scan", { ConsistentRead: "Boolean" }),
  BatchGetItem: requestRules("batchGetItem"),
  BatchWriteItem: requestRules("batchWriteItem"),
  TransactWriteItems: TRANSACT_WRITE,
  TransactGetItems: TRANSACT_GET,
};

function extended(operation: string, types: Shape): RequestRules {
  const rules = requestRules(operation);
  return { ...rules, types: { ...rules.types, ...types } };
}

export const acceptedWithoutEffect = (name: string): boolean => WITHOUT_EFFECT.includes(name);
