import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { nameResource } from "./name-resource.ts";

/** An alarm as soon as a metric is one or more. */
export function alarmOn(scope: Construct, name: string, on: { description: string; metric: Metric }): Alarm {
  const alarm = new Alarm(scope, name, {
    alarmDescription: on.description,
    metric: on.metric,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  return nameResource(alarm, name);
}
