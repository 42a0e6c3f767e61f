/** Where a mail has come to, as far as anyone was told. */
export type MailOutcome = "accepted" | "delivered" | "delayed" | "bounced" | "complained" | "suppressed" | "rejected";

/** A mail that was accepted: what was asked for, and the MIME source that a mail server would have been given. */
export interface Mail {
  id: string;
  /** Epoch milliseconds on the virtual clock. */
  at: number;
  /** The From header as given. */
  sender: string;
  recipients: string[];
  subject: string;
  configurationSet: string | null;
  tags: Record<string, string>;
  raw: Buffer;
  outcome: MailOutcome;
  /** What counts against the quota; mail to the simulator does not. */
  countedRecipients: number;
  operation: "SendEmail" | "SendBulkEmail";
}
