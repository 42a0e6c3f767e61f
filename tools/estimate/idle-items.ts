import { timesUsage, type Usage } from "../../functions/costs/rules/usage.ts";
import { readScheduleExpression } from "../../local/schedules/schedule-expression.ts";
import type { AssemblyResource } from "./assembly-resources.ts";

/** Something that costs money although nobody does anything. */
export interface IdleItem {
  what: string;
  /** How the quantity comes about. */
  how: string;
  usage: Usage;
}

/** What costs at rest, and the kinds of resources that this estimate knows nothing of. */
export interface Idle {
  items: IdleItem[];
  unknown: string[];
}

/** A month of bills: 365 days in twelve parts. */
const HOURS = 730;

/** Lambda keeps five connections open to a queue, each of which asks again after twenty seconds without work. */
const POLLS_A_MONTH = 5 * 3 * 60 * HOURS;

/** What is free as long as nothing happens: rules, roles, names, and what is paid by use alone. */
const FREE_AT_REST = new Set([
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Integration",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Stage",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::Function",
  "AWS::CloudFront::OriginAccessControl",
  "AWS::CloudFront::ResponseHeadersPolicy",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::Lambda::Function",
  "AWS::Lambda::Permission",
  // A filter costs nothing; the metric it makes is paid for the hours in which it counted something.
  "AWS::Logs::MetricFilter",
  "AWS::S3::BucketPolicy",
  "AWS::SES::ConfigurationSet",
  "AWS::SES::ConfigurationSetEventDestination",
  "AWS::SES::EmailIdentity",
  "AWS::SNS::Subscription",
  "AWS::SNS::Topic",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::Queue",
  "AWS::SQS::QueuePolicy",
]);

type Price = (these: AssemblyResource[], sweep: Usage) => IdleItem[];

const PRICED: Record<string, Price> = {
  "AWS::CloudWatch::Alarm": (alarms) => [
    { what: `${alarms.length} alarms`, how: "one metric each", usage: { "alarm.month": alarms.length } },
  ],
  "AWS::KMS::Key": (keys) => [
    { what: `${keys.length} keys of our own`, how: "one a month each", usage: { "key.month": keys.length } },
  ],
  "AWS::Scheduler::Schedule": (schedules, sweep) => schedules.map((schedule) => scheduleItem(schedule, sweep)),
  "AWS::Lambda::EventSourceMapping": (feeds) => queuePolls(feeds),
  "AWS::DynamoDB::Table": (tables) => [
    {
      what: `${tables.length} tables, empty`,
      how: "0 GB stored and 0 GB kept for point-in-time recovery; both are paid by the GB",
      usage: { "dynamodb.storage.gb-month": 0, "dynamodb.recovery.gb-month": 0 },
    },
  ],
  "AWS::Logs::LogGroup": (groups) => [
    { what: `${groups.length} log groups`, how: "hold what the schedules write, see there", usage: {} },
  ],
  "AWS::S3::Bucket": (buckets) => [
    {
      what: `${buckets.length} bucket with the console and the pages' assets`,
      how: `about ${SITE_GB * 1000} MB, kept in versions`,
      usage: { "s3.storage.gb-month": SITE_GB },
    },
  ],
};

const SITE_GB = 0.01;

/** What of an assembly costs money when nothing happens for a month. */
export function idleItems(resources: readonly AssemblyResource[], sweep: Usage): Idle {
  const byType = Map.groupBy(resources, ({ type }) => type);
  const items = Object.entries(PRICED).flatMap(([type, price]) => {
    const these = byType.get(type);
    return these ? price(these, sweep) : [];
  });
  const unknown = [...byType.keys()].filter((type) => !(type in PRICED) && !FREE_AT_REST.has(type));
  return { items, unknown };
}

/** Every tick is an invocation of the schedule and of its function, which looks and finds nothing. */
function scheduleItem({ name, properties }: AssemblyResource, sweep: Usage): IdleItem {
  const expression = String(properties.ScheduleExpression);
  const ticks = ticksAMonth(expression, String(properties.ScheduleExpressionTimezone ?? "UTC"));
  return {
    what: `${name}, ${expression}`,
    how: `${ticks} ticks, each with what one look at tables with nothing due takes`,
    usage: { ...timesUsage(sweep, ticks), "scheduler.invocation": ticks },
  };
}

function ticksAMonth(expression: string, timeZone: string): number {
  const times = readScheduleExpression(expression, timeZone);
  const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
  let ticks = 0;
  for (let at = times.nextAfter(from); at !== undefined && at <= to; at = times.nextAfter(at)) ticks += 1;
  return Math.round(ticks / 12);
}

function queuePolls(feeds: AssemblyResource[]): IdleItem[] {
  // A stream's feed asks the stream, which Lambda does for nothing.
  const queues = feeds.filter(({ properties }) => !("StartingPosition" in properties));
  return [
    {
      what: `${queues.length} queues that Lambda asks for work`,
      how: `${queues.length} × 5 connections × 3 empty answers a minute`,
      usage: { "sqs.request": queues.length * POLLS_A_MONTH },
    },
  ];
}
