import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";

const OUTCOMES = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.RENDERING_FAILURE,
];

// Asking for opens and clicks makes SES rewrite every link through its own redirect. A confirmation or sign-in link
// grants access, so no third place may see it: this set does not ask.
/** Confirmations, sign-in links, receipts. */
export function transactionalSet(scope: Construct, topic: Topic): ConfigurationSet {
  return configurationSet(scope, "Transactional", topic, OUTCOMES);
}

/** Everything that needs consent. */
export function marketingSet(scope: Construct, topic: Topic): ConfigurationSet {
  return configurationSet(scope, "Marketing", topic, [...OUTCOMES, EmailSendingEvent.OPEN, EmailSendingEvent.CLICK]);
}

function configurationSet(scope: Construct, name: string, topic: Topic, events: EmailSendingEvent[]): ConfigurationSet {
  const set = new ConfigurationSet(scope, name, {
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  });
  const destination = new ConfigurationSetEventDestination(scope, `${name}Events`, {
    configurationSet: set,
    destination: EventDestination.snsTopic(topic),
    events,
  });
  nameResource(destination, `${name}Events`);
  return nameResource(set, `${name}Set`);
}
