import type { SesAccount } from "./ses-account.ts";
import { notFound } from "./ses-refusal.ts";

const EVENT_TYPE_NAMES = {
  send: "SEND",
  delivery: "DELIVERY",
  bounce: "BOUNCE",
  complaint: "COMPLAINT",
  reject: "REJECT",
  deliveryDelay: "DELIVERY_DELAY",
  renderingFailure: "RENDERING_FAILURE",
  open: "OPEN",
  click: "CLICK",
};

/** GetEmailIdentity: on one machine an identity of the template counts as verified at once. */
export function identityAnswer(account: SesAccount, identity: string): object {
  if (!account.hasIdentity(identity)) throw notFound(`Email identity ${identity} does not exist.`);
  return {
    IdentityType: identity.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
    FeedbackForwardingStatus: false,
    VerifiedForSendingStatus: true,
    VerificationStatus: "SUCCESS",
    DkimAttributes: { SigningEnabled: true, Status: "SUCCESS", SigningAttributesOrigin: "AWS_SES" },
  };
}

export function configurationSetAnswer(account: SesAccount, name: string): object {
  const set = account.configurationSet(name);
  if (!set) throw missing(name);
  return {
    ConfigurationSetName: name,
    SendingOptions: { SendingEnabled: set.sendingEnabled },
    SuppressionOptions: { SuppressedReasons: account.suppressedReasons(name) },
  };
}

export function eventDestinationsAnswer(account: SesAccount, name: string): object {
  const set = account.configurationSet(name);
  if (!set) throw missing(name);
  return {
    EventDestinations: set.destinations.map((destination) => ({
      Name: destination.name,
      Enabled: destination.enabled,
      MatchingEventTypes: destination.types.map((type) => EVENT_TYPE_NAMES[type]),
      SnsDestination: { TopicArn: destination.topicArn },
    })),
  };
}

function missing(name: string) {
  return notFound(`Configuration set <${name}> does not exist.`);
}
