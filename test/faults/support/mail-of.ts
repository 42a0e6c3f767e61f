import { messageRows } from "../../support/message-rows.ts";
import type { ProductState, Row } from "../../support/product-state.ts";
import type { Reach } from "./reach.ts";

/** A message, and the copies of it that the provider accepted. */
export interface MailTold {
  message: Row;
  copies: number;
}

/** The newest message made from a template for an address. */
export async function mailOf(reach: Reach, email: string, template: string): Promise<MailTold> {
  const state = await reach.state();
  const message = messagesTo(state, email)
    .filter((row) => row.template === template)
    .sort((one, other) => (String(one.queuedAt) < String(other.queuedAt) ? -1 : 1))
    .at(-1);
  if (!message) throw new Error(`No message ${template} to ${email} was made.`);
  return { message, copies: state.mails.filter(({ tags }) => tags.message === message.id).length };
}

/** Every message made for an address. */
export function messagesTo({ main }: ProductState, email: string): Row[] {
  const contact = main.find((row) => row.sk === "contact" && row.email === email);
  return messageRows(main).filter(({ pk }) => pk === contact?.pk);
}
