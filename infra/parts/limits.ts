import { Duration } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";

/** How long a function may take unless it says otherwise; queues are sized by it. */
export const functionTimeout = Duration.seconds(10);

/** How long one sender of a paced lane may work before it wakes its successor. */
export const laneTimeout = Duration.seconds(120);

/** How often a queue hands a note out before it lies with the dead letters; its worker is told, and acts on the last. */
export const receivesBeforeDead = 5;

/** Logs hold ids, not people; a month is enough to find a fault and little enough to cost nothing. */
export const logRetention = RetentionDays.ONE_MONTH;
