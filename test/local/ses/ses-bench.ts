import { GetAccountCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { Queues } from "../../../local/queues/queues.ts";
import { Topics } from "../../../local/queues/topics.ts";
import type { MailEventType } from "../../../local/ses/mail-event.ts";
import { Ses } from "../../../local/ses/ses.ts";
import { sesService } from "../../../local/ses/ses-service.ts";
import { LOCAL_CLIENT } from "../../support/local-client.ts";
import { type ServedAwsService, serveAwsService } from "../../support/serve-aws-service.ts";

export const START = Date.parse("2026-11-23T14:00:00.000Z");
export const TOPIC = "arn:aws:sns:eu-central-1:000000000000:MailEvents";
const EVERY_TYPE: MailEventType[] = [
  "send",
  "delivery",
  "bounce",
  "complaint",
  "reject",
  "deliveryDelay",
  "renderingFailure",
  "open",
  "click",
];

/** A sending account with a verified domain and a configuration set whose events arrive in a queue. */
export class SesBench {
  now = START;
  readonly queues: Queues;
  readonly ses: Ses;
  client: SESv2Client;
  #served: ServedAwsService | undefined;

  constructor(file = ":memory:") {
    this.queues = new Queues({ file: ":memory:", now: () => this.now });
    this.queues.define({ name: "MailOutcomes" });
    const topics = new Topics(this.queues, () => this.now);
    topics.define(TOPIC);
    topics.subscribe({ topicArn: TOPIC, queue: "MailOutcomes", rawDelivery: true });
    const publish = (arn: string, publication: { message: string }) => topics.publish(arn, publication);
    this.ses = new Ses({ file, now: () => this.now, publish });
    this.ses.store.account.verify("lantern.example");
    const destinations = [{ name: "events", enabled: true, topicArn: TOPIC, types: EVERY_TYPE }];
    this.ses.store.account.defineConfigurationSet({ name: "marketing", sendingEnabled: true, destinations });
    this.client = new SESv2Client(LOCAL_CLIENT);
  }

  async open(): Promise<this> {
    this.#served = await serveAwsService(sesService(this.ses));
    this.client = new SESv2Client({ ...LOCAL_CLIENT, endpoint: this.#served.endpoint });
    return this;
  }

  /** Every event told so far, in order, as SES's own JSON; they are taken off the queue. */
  events(): { eventType: string; mail: Record<string, never> & { messageId: string } }[] {
    this.ses.runDue(this.now);
    const events = [];
    for (let batch = this.queues.receive("MailOutcomes", 10); batch.length > 0; ) {
      events.push(...batch.map((message) => JSON.parse(message.body)));
      batch = this.queues.receive("MailOutcomes", 10);
    }
    return events;
  }

  account() {
    return this.client.send(new GetAccountCommand({}));
  }

  async close(): Promise<void> {
    this.client.destroy();
    await this.#served?.close();
    this.ses.close();
    this.queues.close();
  }
}
