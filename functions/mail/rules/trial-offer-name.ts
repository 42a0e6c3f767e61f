import type { Message } from "./message.ts";

/** The offer of the trial that a follow-up mail is about. */
export function trialOfferName({ variables }: Pick<Message, "variables">): string | undefined {
  return (variables as { trial?: { offer?: string } }).trial?.offer;
}
