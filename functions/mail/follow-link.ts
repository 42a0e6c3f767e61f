import { loadCompiled } from "../content/load-compiled.ts";
import type { LinkTarget } from "../content/rules/track-links.ts";
import { readOfferDefinition } from "../offers/store.ts";
import type { Instant } from "../platform/clock.ts";
import { setting } from "../platform/settings.ts";
import { knownTokenKeys } from "../platform/token-keys.ts";
import { checkToken } from "../platform/tokens.ts";
import { type Letter, letterIn } from "./rules/letter-subject.ts";
import { linkTargets } from "./rules/link-targets.ts";
import type { Message } from "./rules/message.ts";
import { trialOfferName } from "./rules/trial-offer-name.ts";
import { findMessage } from "./store.ts";

export type FollowedLink =
  | { ok: true; address: string }
  | { ok: false; reason: "invalid-token" | "expired-token" | "not-found" };

/** Finds where a link in a mail leads: only what was kept when the mail was made decides, never the request. Changes nothing. */
export async function followLink(link: string, token: string, now: Instant): Promise<FollowedLink> {
  const checked = checkToken(token, "follow-link", await knownTokenKeys(), now);
  if (!checked.ok) return checked;
  const address = await addressIn(letterIn(checked.subject), link);
  return address ? { ok: true, address } : { ok: false, reason: "not-found" };
}

async function addressIn(letter: Letter | undefined, link: string): Promise<string | undefined> {
  const message = letter && (await findMessage(letter.contactId, letter.messageId));
  if (!message) return undefined;
  const { links = {} } = (await loadCompiled(message.template, letter.locale, letter.version))?.content ?? {};
  const target = Object.hasOwn(links, link) ? links[link] : undefined;
  return target && addressOf(target, message);
}

async function addressOf(target: LinkTarget, message: Message): Promise<string | undefined> {
  if ("url" in target) return target.url;
  const { of } = target;
  return message.targets?.[of] ?? linkTargets({ link: target }, await valuesNow(of, message))?.[of];
}

/** Who sent the mail died before it could be noted where its links lead: they lead where the same mail would lead now. */
async function valuesNow(of: string, message: Message): Promise<Record<string, unknown>> {
  if (of.endsWith(".portal")) return { [of]: `${setting("BASE_URL")}/me` };
  const names: Record<string, string | undefined> = {
    "links.offer": message.offer,
    "links.start": trialOfferName(message),
  };
  const offer = names[of] ? await readOfferDefinition(names[of]) : undefined;
  return offer ? { [of]: offer.url } : message.variables;
}
