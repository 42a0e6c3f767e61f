import { mailboxOf } from "../../contacts/rules/mailbox-of.ts";

/** Whether two addresses reach the same mailbox: by case, by a +tag, and at Gmail by dots and its older name. */
export function sameMailbox(one: string, other: string): boolean {
  return mailboxOf(one) === mailboxOf(other);
}
