import { signToken, type TokenKey } from "../platform/tokens.ts";
import type { Message } from "./rules/message.ts";

/** The addresses that mails lead to; tokens are made here and kept nowhere. */
export interface MailUrls {
  portal: string;
  unsubscribe: string;
  preferences: string;
  confirm?: string;
  signIn?: string;
}

/** The addresses of one message: the same message always leads to the same ones. */
export function mailUrls(
  { contactId, link }: Pick<Message, "contactId" | "link">,
  baseUrl: string,
  keys: TokenKey[],
): MailUrls {
  const tokenUrl = (path: string, purpose: "unsubscribe" | "preferences") =>
    `${baseUrl}${path}?t=${signToken({ purpose, subject: contactId }, keys)}`;
  const urls = {
    portal: `${baseUrl}/me`,
    unsubscribe: tokenUrl("/unsubscribe", "unsubscribe"),
    preferences: tokenUrl("/preferences", "preferences"),
  };
  if (!link) return urls;
  const token = signToken(link, keys);
  return link.purpose === "confirm"
    ? { ...urls, confirm: `${baseUrl}/confirm?t=${token}` }
    : { ...urls, signIn: `${baseUrl}/sign-in?t=${token}` };
}
