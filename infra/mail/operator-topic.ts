import { Stack } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";

/** Every alarm speaks here; with `alarmAddress` in the context a person hears it. */
export function operatorTopic(scope: Construct, address: string | undefined): Topic {
  const topic = nameResource(new Topic(scope, "Alarms", { enforceSSL: true }), "Alarms");
  // A topic with a policy of its own no longer takes CloudWatch's word by default.
  topic.grantPublish(
    new ServicePrincipal("cloudwatch.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  if (address) topic.addSubscription(new EmailSubscription(address));
  return topic;
}
