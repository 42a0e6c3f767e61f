import type { Stack } from "aws-cdk-lib";
import type { DataStack } from "../data/data-stack.ts";
import type { MailStack } from "../mail/mail-stack.ts";
import { alarmOnErrors } from "./alarm-on-errors.ts";
import type { Functions } from "./deploy-functions.ts";
import { feedFromQueue } from "./feed-from-queue.ts";
import { feedFromStream } from "./feed-from-stream.ts";
import { nightlyReconciliation } from "./nightly-reconciliation.ts";
import { sweepSchedule } from "./sweep-schedule.ts";
import type { WorkQueues } from "./work-queues.ts";

interface Sources {
  data: DataStack;
  mail: MailStack;
  queues: WorkQueues;
}

// In each lane one sends at a time; a second may come to leave word that there is more. Lambda knows no smaller number for a queue.
const LANE_WORKERS = 2;

/** What sets the functions behind the pages to work. */
export function connectTriggers(scope: Stack, functions: Functions, { data, mail, queues }: Sources): void {
  feedFromStream(scope, "RelayOutbox", functions["relay-outbox"], data.main);
  sweepSchedule(scope, functions["sweep-due"]);
  nightlyReconciliation(scope, functions["reconcile-mail"]);
  feedFromQueue(scope, "React", functions.react, queues.reactions);
  feedFromQueue(scope, "SendTransactional", functions["send-transactional"], queues.transactional, LANE_WORKERS);
  feedFromQueue(scope, "SendMarketing", functions["send-marketing"], queues.marketing, LANE_WORKERS);
  feedFromQueue(scope, "RecordOutcome", functions["record-outcome"], mail.outcomes);
  alarmOnErrors(scope, functions);
}
