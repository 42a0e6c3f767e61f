import { expect, test } from "vitest";
import { type Resource, resourceOf, resourcesOf, synthesize } from "../support/synthesize.ts";

const { mail, engine, web } = synthesize();
const queues = [...resourcesOf(mail, "AWS::SQS::Queue"), ...resourcesOf(engine, "AWS::SQS::Queue")];
const working = queues.filter(([id]) => !id.endsWith("Dead"));
const dead = queues.filter(([id]) => id.endsWith("Dead"));
const alarms = [mail, engine, web].flatMap((stack) => resourcesOf(stack, "AWS::CloudWatch::Alarm"));
const feeds = resourcesOf(engine, "AWS::Lambda::EventSourceMapping");

test("the queues are these", () => {
  expect(working.map(([id]) => id).sort()).toEqual(["MailOutcomes", "MarketingMail", "Reactions", "TransactionalMail"]);
});

test.each(working)("work of %s that fails five times becomes a dead letter", (id, queue) => {
  expect(queue.Properties.RedrivePolicy).toEqual({
    deadLetterTargetArn: { "Fn::GetAtt": [`${id}Dead`, "Arn"] },
    maxReceiveCount: 5,
  });
});

test("what works off rows is told which receive is its queue's last", () => {
  const { Variables } = resourceOf(engine, "React").Properties.Environment;
  const queue = queueOf(resourceOf(engine, "ReactFeed"));
  expect(Variables.RECEIVES_BEFORE_DEAD).toBe(String(queue.Properties.RedrivePolicy.maxReceiveCount));
});

test.each(dead)("%s keeps its letters for 14 days and raises an alarm at the first", (id, queue) => {
  expect(queue.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  const [, alarm] =
    alarms.find(([, { Properties }]) => JSON.stringify(Properties.Dimensions).includes(`"${id}"`)) ?? [];
  expect(alarm?.Properties).toMatchObject({ MetricName: "ApproximateNumberOfMessagesVisible", Threshold: 1 });
});

test.each(queues)("%s is encrypted and refuses plain connections", (id, queue) => {
  expect(queue.Properties.SqsManagedSseEnabled).toBe(true);
  const policies = [mail, engine].flatMap((stack) => resourcesOf(stack, "AWS::SQS::QueuePolicy"));
  const policy = policies.find(([, { Properties }]) => Properties.Queues[0].Ref === id)?.[1];
  expect(JSON.stringify(policy?.Properties)).toContain('"aws:SecureTransport":"false"');
});

test("every alarm speaks to the operator", () => {
  expect(alarms.length).toBeGreaterThan(10);
  for (const [id, alarm] of alarms) expect(JSON.stringify(alarm.Properties.AlarmActions), id).toContain("Alarms");
});

test("of a failed batch only the failed messages come back", () => {
  expect(feeds.length).toBe(5);
  for (const [id, feed] of feeds)
    expect(feed.Properties.FunctionResponseTypes, id).toEqual(["ReportBatchItemFailures"]);
});

test("a message stays hidden for six times as long as its worker may take", () => {
  for (const [, feed] of feeds.filter(([id]) => id !== "RelayOutboxFeed")) {
    const worker = resourceOf(engine, feed.Properties.FunctionName.Ref);
    expect(queueOf(feed).Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker.Properties.Timeout);
  }
});

test("the relay sees new work only, tries often enough, and its failures are kept", () => {
  const { Properties: feed } = resourceOf(engine, "RelayOutboxFeed");
  expect(JSON.parse(feed.FilterCriteria.Filters[0].Pattern)).toEqual({
    eventName: ["INSERT", "MODIFY"],
    dynamodb: { NewImage: { queue: { S: [{ exists: true }] } } },
  });
  expect(feed).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 5 });
  expect(feed.DestinationConfig.OnFailure.Destination).toEqual({ "Fn::GetAtt": ["RelayOutboxDead", "Arn"] });
});

test("the sweep looks every minute, and says when a tick would find nothing", () => {
  const schedule = resourceOf(engine, "SweepDueSchedule");
  expect(schedule.Properties).toMatchObject({
    ScheduleExpression: "rate(1 minute)",
    Target: { Arn: { "Fn::GetAtt": ["SweepDue", "Arn"] } },
  });
  expect(schedule.Metadata?.["tastemaker:idle"]).toEqual({ table: "Main", index: "due", sortKey: "dueAt" });
});

function queueOf(feed: Resource): Resource {
  const arn = JSON.stringify(feed.Properties.EventSourceArn);
  const found = working.find(([id]) => arn.includes(`"${id}"`) || arn.includes(`GetAtt${id}Arn`));
  if (!found) throw new Error(`No queue has the address ${arn}`);
  return found[1];
}
