import { isSimulator } from "./expected-events.ts";
import { type MailAddress, mailAddress } from "./mail-address.ts";
import type { MailDestination } from "./ses-input.ts";
import { badRequest, notFound, SesRefusal } from "./ses-refusal.ts";
import type { SesStore } from "./ses-store.ts";

const MAX_RECIPIENTS = 50;

/** The From address, which a verified identity must vouch for while sending is not paused. */
export function checkedSender(
  store: SesStore,
  from: string | undefined,
  configurationSet: string | undefined,
): MailAddress {
  if (!store.account.settings().sendingEnabled)
    throw new SesRefusal("SendingPausedException", "Email sending is paused for this account.");
  if (configurationSet !== undefined) {
    const set = store.account.configurationSet(configurationSet);
    if (!set) throw notFound(`Configuration set <${configurationSet}> does not exist.`);
    if (!set.sendingEnabled)
      throw new SesRefusal("SendingPausedException", `Email sending is paused for configuration set <${set.name}>.`);
  }
  if (!from) throw badRequest("FromEmailAddress must be specified.");
  const sender = mailAddress(from);
  if (!store.account.identityFor(sender)) throw unverified(store, [sender.header]);
  return sender;
}

/** Every recipient's bare address, once each; in the sandbox each of them must be verified too. */
export function checkedRecipients(store: SesStore, destination: MailDestination): string[] {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = destination;
  const written = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  if (written.length === 0) throw badRequest("Destination must name at least one recipient.");
  if (written.length > MAX_RECIPIENTS) throw badRequest(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  const recipients = written.map(mailAddress);
  if (store.account.settings().sandbox) {
    const strangers = recipients.filter((each) => !isSimulator(each.address) && !store.account.identityFor(each));
    if (strangers.length > 0)
      throw unverified(
        store,
        strangers.map((each) => each.address),
      );
  }
  return [...new Set(recipients.map((each) => each.address))];
}

function unverified(store: SesStore, identities: string[]): SesRefusal {
  const region = store.account.region.toUpperCase();
  return new SesRefusal(
    "MessageRejected",
    `Email address is not verified. The following identities failed the check in region ${region}: ${identities.join(", ")}`,
  );
}
