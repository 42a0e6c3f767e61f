import type { App } from "aws-cdk-lib";
import { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Topic } from "aws-cdk-lib/aws-sns";

/** Lets every alarm of the product speak on the operator's topic, so that none can be added mute. */
export function tellOperator(app: App, topic: Topic): void {
  for (const construct of app.node.findAll()) {
    if (construct instanceof Alarm) construct.addAlarmAction(new SnsAction(topic));
  }
}
