import { Topic } from "aws-cdk-lib/aws-sns";
import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { functionTimeout } from "../parts/limits.ts";
import { nameResource } from "../parts/name-resource.ts";
import { workQueue } from "../parts/work-queue.ts";

/** What SES reports about mails (delivered, bounced, complained …): a topic, so that others may listen, then our queue. */
export function mailOutcomes(scope: Construct): { topic: Topic; queue: Queue } {
  const topic = nameResource(new Topic(scope, "MailEvents", { enforceSSL: true }), "MailEvents");
  const { queue } = workQueue(scope, "MailOutcomes", functionTimeout);
  // Raw: a message's body is SES's event itself, not SNS's envelope around it.
  topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
  return { topic, queue };
}
