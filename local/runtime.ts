import type { Activity } from "./activity.ts";
import type { Clock } from "./clock.ts";
import type { Control } from "./control/control.ts";
import type { DynamoDb } from "./dynamodb/engine.ts";
import type { Faults } from "./gateway/faults.ts";
import type { Functions } from "./lambda/functions.ts";
import type { InvocationCounts } from "./lambda/invocation-counts.ts";
import type { LogBook } from "./lambda/log-book.ts";
import type { Queues } from "./queues/queues.ts";
import type { Topics } from "./queues/topics.ts";
import type { Ses } from "./ses/ses.ts";
import type { State } from "./state.ts";
import type { Winder } from "./time/wind.ts";
import type { CapacityReport } from "./wiring/capacity-report.ts";

/** The running product and everything one may look at or turn by hand. */
export interface Runtime {
  /** Where a person opens it. */
  url: string;
  /** Where the AWS services answer, for an SDK with the operator's access key. */
  gatewayUrl: string;
  clock: Clock;
  activity: Activity;
  winder: Winder;
  functions: Functions;
  logs: LogBook;
  dynamoDb: DynamoDb;
  queues: Queues;
  topics: Topics;
  ses: Ses;
  faults: Faults;
  capacity: CapacityReport;
  invocations: InvocationCounts;
  control: Control;
  state: State;
  /** Whether a fault may end the process; not where it is shared with a test. */
  mayCrash: boolean;
  /** An output of the assembly's stacks. */
  output(name: string): string | undefined;
  stop(): Promise<void>;
}
