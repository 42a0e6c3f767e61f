import { domainToASCII } from "node:url";

/** RFC 5321 4.5.3.1: a local part has at most 64 octets, a path at most 254 without its brackets. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * The one form in which an email address is kept and compared: trimmed, lower case, an international domain in its
 * ASCII form; undefined when no mail could ever reach it.
 */
export function readAddress(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  const at = trimmed.lastIndexOf("@");
  if (at < 1 || trimmed.length > LONGEST_ADDRESS) return undefined;
  const local = trimmed.slice(0, at);
  const domain = domainToASCII(trimmed.slice(at + 1));
  if (local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return undefined;
  return `${local}@${domain}`;
}
