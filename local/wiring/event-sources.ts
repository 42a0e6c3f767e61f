import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import type { LoadedResource } from "../assembly/resource-kind.ts";
import type { DynamoDb } from "../dynamodb/engine.ts";
import { feedFromQueue } from "../events/feed-from-queue.ts";
import { type Feed, type FeedSurroundings, feedFromStream, type StreamReader } from "../events/feed-from-stream.ts";
import type { Queues } from "../queues/queues.ts";
import { dynamoDbTable } from "../resources/dynamodb-table.ts";
import { type EventSourceMapping, eventSourceMapping } from "../resources/event-source-mapping.ts";

type Mapping = LoadedResource<EventSourceMapping>;

/** Connects functions to the streams and queues that feed them. */
export function eventSources(assembly: Assembly, dynamoDb: DynamoDb, queues: Queues, around: FeedSurroundings): Feed[] {
  const enabled = assembly.of(eventSourceMapping).filter(({ properties }) => properties.Enabled);
  return enabled.map((mapping) => {
    const arn = mapping.properties.EventSourceArn;
    if (arn.includes(":sqs:")) return queueFeed(mapping, queues, around);
    if (arn.includes("/stream/")) return streamFeed(mapping, assembly, dynamoDb, around);
    return refuse(mapping, `the local runtime cannot feed a function from ${arn}.`);
  });
}

function queueFeed(mapping: Mapping, queues: Queues, around: FeedSurroundings): Feed {
  if (mapping.properties.FilterCriteria !== undefined) refuse(mapping, "queues are not filtered by the local runtime.");
  return feedFromQueue(mapping.properties, queues, around);
}

function streamFeed(mapping: Mapping, assembly: Assembly, dynamoDb: DynamoDb, around: FeedSurroundings): Feed {
  const arn = mapping.properties.EventSourceArn;
  const table = assembly.of(dynamoDbTable).find(({ attributes }) => attributes.StreamArn === arn)?.ref;
  if (table === undefined) return refuse(mapping, `no table of the assembly has the stream ${arn}.`);
  return feedFromStream(mapping.properties, readerOf(dynamoDb, table, mapping), around);
}

function readerOf(dynamoDb: DynamoDb, table: string, { ref, properties }: Mapping): StreamReader {
  // A consumer that begins with the latest record passes over what was there before it was first seen.
  const end = dynamoDb.endOfStream(table);
  const isNew = dynamoDb.loadPosition(table, ref) === undefined;
  if (properties.StartingPosition === "LATEST" && isNew && end !== undefined) dynamoDb.savePosition(table, ref, end);
  return {
    read: (after, limit) => dynamoDb.readStream(table, after, limit),
    position: () => dynamoDb.loadPosition(table, ref),
    savePosition: (sequence) => dynamoDb.savePosition(table, ref, sequence),
    newest: () => dynamoDb.endOfStream(table),
    onChange: (listener) =>
      void dynamoDb.onStreamChanged((changed) => {
        if (changed === table) listener();
      }),
  };
}

function refuse({ stackName, logicalId }: Mapping, problem: string): never {
  throw new AssemblyError({ stack: stackName, logicalId, type: eventSourceMapping.type }, problem);
}
