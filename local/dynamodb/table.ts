import type { AttributeType, Item } from "./attribute-value.ts";

export interface KeySchemaElement {
  AttributeName: string;
  KeyType: "HASH" | "RANGE";
}

export interface IndexDefinition {
  IndexName: string;
  KeySchema: KeySchemaElement[];
  Projection: { ProjectionType: "ALL" | "KEYS_ONLY" | "INCLUDE"; NonKeyAttributes?: string[] };
}

/** A table as CreateTable received it, and what was set on it since. */
export interface TableDefinition {
  TableName: string;
  KeySchema: KeySchemaElement[];
  AttributeDefinitions: { AttributeName: string; AttributeType: "S" | "N" | "B" }[];
  GlobalSecondaryIndexes?: IndexDefinition[];
  LocalSecondaryIndexes?: IndexDefinition[];
  BillingMode?: "PAY_PER_REQUEST" | "PROVISIONED";
  ProvisionedThroughput?: { ReadCapacityUnits: number; WriteCapacityUnits: number };
  StreamSpecification?: { StreamEnabled: boolean; StreamViewType?: StreamViewType };
  DeletionProtectionEnabled?: boolean;
  TimeToLiveSpecification?: { Enabled: boolean; AttributeName: string };
  createdAt: number;
}

export type StreamViewType = "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";

export interface KeyAttribute {
  name: string;
  type: AttributeType;
}

/** The names under which an item is found: in the table itself or in one of its indexes. */
export interface KeyNames {
  hash: KeyAttribute;
  range: KeyAttribute | undefined;
}

export interface Index extends KeyNames {
  name: string;
  isGlobal: boolean;
  /** The name of the rows in the store. */
  rows: string;
  /** The attributes an entry carries; undefined where it carries all. */
  projected: Set<string> | undefined;
}

export interface Table extends KeyNames {
  id: number;
  name: string;
  arn: string;
  region: string;
  rows: string;
  definition: TableDefinition;
  withoutIndexes: TableDefinition;
  indexes: Index[];
  stream: StreamViewType | undefined;
  timeToLive: string | undefined;
}

/** The account and region that the ARNs name. */
export interface Place {
  accountId: string;
  region: string;
}

/** Reads a definition into the form that every operation works with. */
export function tableOf(id: number, definition: TableDefinition, place: Place): Table {
  const { StreamSpecification: stream, TimeToLiveSpecification: timeToLive } = definition;
  const table: Table = {
    id,
    name: definition.TableName,
    arn: tableArn(definition.TableName, place),
    region: place.region,
    rows: `items_${id}`,
    definition,
    withoutIndexes: { ...definition, GlobalSecondaryIndexes: [], LocalSecondaryIndexes: [] },
    ...keyNames(definition, definition.KeySchema),
    indexes: [],
    stream: stream?.StreamEnabled ? (stream.StreamViewType ?? "NEW_AND_OLD_IMAGES") : undefined,
    timeToLive: timeToLive?.Enabled ? timeToLive.AttributeName : undefined,
  };
  const global = (definition.GlobalSecondaryIndexes ?? []).map((index) => indexOf(table, index, true));
  const local = (definition.LocalSecondaryIndexes ?? []).map((index) => indexOf(table, index, false));
  table.indexes = [...global, ...local];
  return table;
}

export const tableArn = (name: string, { accountId, region }: Place): string =>
  `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;

/** A stream is named by the instant at which its table began. */
export const streamLabel = (table: Table): string => new Date(table.definition.createdAt).toISOString().slice(0, -1);

export const streamArn = (table: Table): string => `${table.arn}/stream/${streamLabel(table)}`;

/** What an index holds of an item; undefined where the item lacks a key of the index (a sparse index). */
export function indexEntry(table: Table, index: Index, item: Item | undefined): Item | undefined {
  if (!item?.[index.hash.name] || (index.range && !item[index.range.name])) return undefined;
  if (!index.projected) return item;
  const projected = index.projected;
  return Object.fromEntries(Object.entries(item).filter(([name]) => projected.has(name) || isKey(table, name)));
}

/** The key attributes that name an item in the table, and in an index where one is given. */
export function keyOf(item: Item, table: KeyNames, index?: KeyNames): Item {
  const names = [table.hash, table.range, index?.hash, index?.range].flatMap((key) => (key ? [key.name] : []));
  return Object.fromEntries(names.map((name) => [name, item[name] ?? {}]));
}

export const isKey = (keys: KeyNames, name: string): boolean => name === keys.hash.name || name === keys.range?.name;

function indexOf(table: Table, definition: IndexDefinition, isGlobal: boolean): Index {
  const keys = keyNames(table.definition, definition.KeySchema);
  const { ProjectionType, NonKeyAttributes = [] } = definition.Projection;
  const keyAttributes = definition.KeySchema.map((key) => key.AttributeName);
  return {
    ...keys,
    name: definition.IndexName,
    isGlobal,
    rows: `index_${table.id}_${Buffer.from(definition.IndexName).toString("hex")}`,
    projected: ProjectionType === "ALL" ? undefined : new Set([...keyAttributes, ...NonKeyAttributes]),
  };
}

function keyNames(definition: TableDefinition, schema: KeySchemaElement[]): KeyNames {
  const attribute = (element: KeySchemaElement | undefined): KeyAttribute | undefined => {
    const found = definition.AttributeDefinitions.find((each) => each.AttributeName === element?.AttributeName);
    return found && { name: found.AttributeName, type: found.AttributeType };
  };
  const hash = attribute(schema[0]);
  if (!hash) throw new Error(`Table ${definition.TableName} has no definition for its hash key`);
  return { hash, range: attribute(schema[1]) };
}
