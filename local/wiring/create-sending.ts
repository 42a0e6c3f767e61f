import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import { sesConfigurationSet, sesEmailIdentity, sesEventDestination } from "../resources/ses-sending.ts";
import { EVENT_NAMES, type MailEventType } from "../ses/mail-event.ts";
import type { Ses } from "../ses/ses.ts";

/** Makes the sending identities and configuration sets of the assembly. */
export function createSending(assembly: Assembly, ses: Ses): void {
  const { account } = ses.store;
  for (const { properties } of assembly.of(sesEmailIdentity)) account.verify(properties.EmailIdentity);
  for (const { ref, properties } of assembly.of(sesConfigurationSet)) {
    const reasons = properties.SuppressionOptions?.SuppressedReasons;
    account.defineConfigurationSet({
      name: ref,
      sendingEnabled: properties.SendingOptions?.SendingEnabled ?? true,
      ...(reasons === undefined ? {} : { suppressedReasons: reasons }),
      destinations: destinationsOf(assembly, ref),
    });
  }
}

function destinationsOf(assembly: Assembly, configurationSet: string) {
  const destinations = assembly.of(sesEventDestination);
  const own = destinations.filter(({ properties }) => properties.ConfigurationSetName === configurationSet);
  return own.map(({ stackName, logicalId, properties: { EventDestination: destination } }) => ({
    name: destination.Name ?? logicalId,
    enabled: destination.Enabled,
    topicArn: destination.SnsDestination.TopicARN,
    types: destination.MatchingEventTypes.map((type) => eventType(type, { stack: stackName, logicalId })),
  }));
}

// Templates write the types as the API does (DELIVERY_DELAY) or as the console does (deliveryDelay).
function eventType(name: string, where: { stack: string; logicalId: string }): MailEventType {
  const plain = (text: string) => text.replaceAll("_", "").toLowerCase();
  const known = (Object.keys(EVENT_NAMES) as MailEventType[]).find((type) => plain(type) === plain(name));
  if (known !== undefined) return known;
  throw new AssemblyError(where, `the local runtime does not know mail events of type ${name}.`);
}
