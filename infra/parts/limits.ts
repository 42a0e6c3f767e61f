import { Duration } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";

/** How long a function may take unless it says otherwise; queues are sized by it. */
export const functionTimeout = Duration.seconds(10);

/** Logs hold ids, not people; a month is enough to find a fault and little enough to cost nothing. */
export const logRetention = RetentionDays.ONE_MONTH;
