import type { MailEventType } from "./mail-event.ts";

/** An event of a mail, written down with it and told to the product when it is due. */
export interface StoredEvent {
  seq: number;
  mailId: string;
  configurationSet: string | null;
  type: MailEventType;
  dueAt: number;
  payload: string;
  emitted: number;
}
