import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Assembly } from "../assembly/load-assembly.ts";
import { type Clock, createClock } from "../clock.ts";
import { createDynamoDb, type DynamoDb } from "../dynamodb/engine.ts";
import { Queues } from "../queues/queues.ts";
import { Topics } from "../queues/topics.ts";
import { Ses } from "../ses/ses.ts";
import { openState, type State } from "../state.ts";
import { createQueues, createTopics } from "./create-queues.ts";
import { createSending } from "./create-sending.ts";
import { createTables } from "./create-tables.ts";

/** Everything that outlives the process, and the clock by which it is dated. */
export interface Stores {
  state: State;
  clock: Clock;
  dynamoDb: DynamoDb;
  queues: Queues;
  topics: Topics;
  ses: Ses;
}

/** What lies in the data folder. */
export const STORE_FILES = { state: "runtime.db", tables: "tables.db", queues: "queues.db", mail: "mail.db" };

const OFFSET = "clock offset";

/** Opens the stores in a folder and makes in them what the assembly asks for. */
export function openStores(folder: string, assembly: Assembly, closing: AsyncDisposableStack): Stores {
  mkdirSync(folder, { recursive: true });
  const state = openState(join(folder, STORE_FILES.state));
  closing.defer(() => state.close());
  const clock = createClock({
    read: () => numberOf(state.read(OFFSET)),
    write: (offsetMs) => state.write(OFFSET, String(offsetMs)),
  });
  const { now } = clock;
  const dynamoDb = createDynamoDb({ file: join(folder, STORE_FILES.tables), now });
  closing.defer(() => dynamoDb.close());
  const queues = new Queues({ file: join(folder, STORE_FILES.queues), now });
  closing.defer(() => queues.close());
  const topics = new Topics(queues, now);
  const ses = new Ses({ file: join(folder, STORE_FILES.mail), now, publish: (arn, what) => topics.publish(arn, what) });
  closing.defer(() => ses.close());
  createTables(assembly, dynamoDb);
  createQueues(assembly, queues);
  createTopics(assembly, topics);
  createSending(assembly, ses);
  return { state, clock, dynamoDb, queues, topics, ses };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
