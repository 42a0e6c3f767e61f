import { mailAddress } from "./mail-address.ts";
import { badRequest } from "./ses-refusal.ts";

/** An address as it may stand in a header, checked. */
export const headerText = (address: string): string => mailAddress(address).header;

/** A subject may be in any script, but a line break in it would open the head to other headers. */
export function plainSubject(subject: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this line refuses.
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(subject))
    throw badRequest("Subject contains a line break or control character.");
  return subject;
}
