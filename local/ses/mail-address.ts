import { badRequest } from "./ses-refusal.ts";

export interface MailAddress {
  /** The bare address, `local@domain`. */
  address: string;
  domain: string;
  /** As written, with its display name. */
  header: string;
}

const MAX_ADDRESS_CHARACTERS = 320;

/**
 * Reads `Name <local@domain>` with SES's rules. SES has no SMTPUTF8: the local part is plain ASCII, the domain
 * Punycode, and a display name in other scripts is an encoded word (RFC 2047).
 */
export function mailAddress(text: string): MailAddress {
  const header = text.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this line refuses.
  if (/[\u0000-\u001f\u007f]/.test(header)) throw badRequest("Local address contains control or whitespace");
  const bracketed = /^(.*)<([^<>]*)>$/s.exec(header);
  const name = (bracketed?.[1] ?? "").trim();
  const address = (bracketed?.[2] ?? header).trim();
  checkDisplayName(name);
  checkAddress(address);
  return { address, domain: address.slice(address.lastIndexOf("@") + 1).toLowerCase(), header };
}

export const SIMULATOR_DOMAIN = "simulator.amazonses.com";

function checkDisplayName(name: string): void {
  if (/[^\x20-\x7e]/.test(name))
    throw badRequest(`Display name contains non-ASCII characters; encode it as in RFC 2047: '${name}'`);
  if (!name.startsWith('"') && /[,;:<>()[\]@]/.test(name))
    throw badRequest(`Display name must be quoted because it contains a special character: '${name}'`);
}

function checkAddress(address: string): void {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1);
  if (address.length > MAX_ADDRESS_CHARACTERS) throw badRequest("Address length is more than 320 characters long.");
  if (at < 0) throw badRequest("Missing final '@domain'");
  if (local === "") throw badRequest(`User name is missing: '${address}'`);
  if (/[^\x21-\x7e]/.test(local)) throw badRequest("Local address contains control or whitespace");
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) throw badRequest("Domain contains illegal character");
  if (domain.startsWith(".")) throw badRequest("Domain starts with dot");
  if (!/^[^.]+(\.[^.]+)+$/.test(domain)) throw badRequest("Domain contains dot-dot or no dot");
}
