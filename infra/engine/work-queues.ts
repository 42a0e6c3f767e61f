import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { functionTimeout, laneTimeout } from "../parts/limits.ts";
import { workQueue } from "../parts/work-queue.ts";

/** The lanes of work. Transactional and marketing mail are apart, so that a broadcast never delays a sign-in link. */
export interface WorkQueues {
  reactions: Queue;
  transactional: Queue;
  marketing: Queue;
}

/** The three queues that the relay and the sweep fill. */
export function workQueues(scope: Construct): WorkQueues {
  return {
    reactions: workQueue(scope, "Reactions", functionTimeout).queue,
    transactional: workQueue(scope, "TransactionalMail", laneTimeout).queue,
    marketing: workQueue(scope, "MarketingMail", laneTimeout).queue,
  };
}
