import { signToken, type TokenKey } from "../platform/tokens.ts";
import { type Letter, letterSubject } from "./rules/letter-subject.ts";
import type { Message } from "./rules/message.ts";

/** The addresses that mails lead to; tokens are made here and kept nowhere. */
export interface MailUrls {
  portal: string;
  unsubscribe: string;
  preferences: string;
  confirm?: string;
  signIn?: string;
  /** What tracked links begin and end with. */
  tracked?: string;
  trackedToken?: string;
}

/** The addresses of one message: the same message always leads to the same ones. A letter has tracked links too. */
export function mailUrls(
  { contactId, link }: Pick<Message, "contactId" | "link">,
  baseUrl: string,
  keys: TokenKey[],
  letter?: Letter,
): MailUrls {
  const tokenUrl = (path: string, purpose: "unsubscribe" | "preferences") =>
    `${baseUrl}${path}?t=${signToken({ purpose, subject: contactId }, keys)}`;
  const urls = {
    portal: `${baseUrl}/me`,
    unsubscribe: tokenUrl("/unsubscribe", "unsubscribe"),
    preferences: tokenUrl("/preferences", "preferences"),
    ...(letter ? trackedUrls(letter, baseUrl, keys) : {}),
  };
  if (!link) return urls;
  const token = signToken(link, keys);
  return link.purpose === "confirm"
    ? { ...urls, confirm: `${baseUrl}/confirm?t=${token}` }
    : { ...urls, signIn: `${baseUrl}/sign-in?t=${token}` };
}

/** One token for all links of a copy: who follows them is told by ids alone, and where they lead is kept by us. */
function trackedUrls(letter: Letter, baseUrl: string, keys: TokenKey[]): Pick<MailUrls, "tracked" | "trackedToken"> {
  const token = signToken({ purpose: "follow-link", subject: letterSubject(letter) }, keys);
  return { tracked: `${baseUrl}/c`, trackedToken: token };
}
