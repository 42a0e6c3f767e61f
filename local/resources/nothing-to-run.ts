import { z } from "zod";
import { ACCOUNT, type NamedResource, REGION, type ResourceKind } from "../assembly/resource-kind.ts";

/** Types that guard, watch or describe the cloud deployment and leave nothing to run on one machine, each with why. */
const REASONS: Record<string, string> = {
  "AWS::CDK::Metadata": "statistics of the deployment",
  "AWS::CloudWatch::Alarm": "an alarm tells people in the cloud; locally the workbench shows dead letters and logs",
  "AWS::CloudWatch::CompositeAlarm": "as an alarm",
  "AWS::CloudWatch::Dashboard": "a picture of metrics",
  "AWS::CloudFront::OriginAccessControl": "how CloudFront signs for the bucket; here the folder is read directly",
  "AWS::Logs::LogGroup": "logs are kept in memory and shown by the workbench",
  "AWS::Logs::MetricFilter": "makes a metric of log lines for an alarm; the workbench shows the lines",
  "AWS::Logs::ResourcePolicy": "who may write logs",
  "AWS::S3::BucketPolicy": "who may read the bucket; here only the site's own paths are served",
  "AWS::Scheduler::ScheduleGroup": "a name for schedules",
  "AWS::SNS::TopicPolicy": "who else may publish; here only SES does",
  "AWS::SQS::QueuePolicy": "who else may send; the callers' own roles are checked at every call",
};

/** One kind for every type above: known by name, whatever its properties. */
export const nothingToRun: ResourceKind<unknown>[] = Object.keys(REASONS).map((type) => ({
  type,
  properties: z.unknown(),
  identify: (resource) => plainIdentity(type, resource),
}));

function plainIdentity(type: string, { stackName, logicalId }: NamedResource) {
  const id = `${stackName}-${logicalId}`;
  const service = type.split("::")[1]?.toLowerCase();
  return { ref: id, attributes: { Arn: `arn:aws:${service}:${REGION}:${ACCOUNT}:${id}`, Id: id } };
}
