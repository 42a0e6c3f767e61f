import { type App, Stack } from "aws-cdk-lib";
import type { ConfigurationSet, EmailIdentity } from "aws-cdk-lib/aws-ses";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Deployment } from "../deployment.ts";
import { marketingSet, transactionalSet } from "./configuration-sets.ts";
import { mailOutcomes } from "./mail-outcomes.ts";
import { operatorTopic } from "./operator-topic.ts";
import { sendingIdentity } from "./sending-identity.ts";

/** What mail goes out through, what comes back about it, and who is told when something is wrong. */
export class MailStack extends Stack {
  readonly identity: EmailIdentity;
  readonly transactional: ConfigurationSet;
  readonly marketing: ConfigurationSet;
  readonly outcomes: Queue;
  readonly operator: Topic;

  constructor(app: App, id: string, deployment: Deployment) {
    super(app, id);
    this.operator = operatorTopic(this, deployment.alarmAddress);
    this.identity = sendingIdentity(this, deployment.mailDomain);
    const { topic, queue } = mailOutcomes(this);
    this.outcomes = queue;
    this.transactional = transactionalSet(this, topic);
    this.marketing = marketingSet(this, topic);
  }
}
