import { Duration, type Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { alarmOn } from "../parts/alarm-on.ts";
import { nameResource } from "../parts/name-resource.ts";
import type { ProductFunction } from "../parts/product-function.ts";
import { fixedSchedule } from "./fixed-schedule.ts";

const METRIC = { namespace: "Tastemaker", metricName: "BooksDiffer" };

/**
 * Compares our books with SES's events every night, and raises an alarm when they differ. The later ticks carry on a night
 * that ran out of time or failed; when there is nothing left they read one row.
 */
export function nightlyReconciliation(scope: Stack, reconcileMail: ProductFunction): void {
  fixedSchedule(scope, "ReconcileMail", reconcileMail, "cron(0 3-6 * * ? *)");
  // What the function logs beside the count; a metric made from a log needs no client and no right.
  const filter = new MetricFilter(scope, "BooksDifferFilter", {
    logGroup: reconcileMail.lambda.logGroup,
    filterPattern: FilterPattern.stringValue("$.alarm", "=", "books-differ"),
    metricNamespace: METRIC.namespace,
    metricName: METRIC.metricName,
    metricValue: "$.found",
  });
  nameResource(filter, "BooksDifferFilter");
  alarmOn(scope, "BooksDiffer", {
    description: "Our books and SES's events differ; the console's Sending room lists in what, and what to do.",
    metric: new Metric({ ...METRIC, period: Duration.hours(1), statistic: "Sum" }),
  });
}
