import { readCode } from "./rules/referral-code.ts";
import { readCodeOwner } from "./store.ts";

/** The contact whose code this is, as typed or pasted, or undefined. */
export async function findAdvocate(text: string): Promise<{ code: string; contactId: string } | undefined> {
  const code = readCode(text);
  const contactId = code && (await readCodeOwner(code));
  return code && contactId ? { code, contactId } : undefined;
}
