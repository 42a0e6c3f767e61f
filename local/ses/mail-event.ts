import { randomUUID } from "node:crypto";
import type { Mail } from "./mail.ts";
import { mailAddress } from "./mail-address.ts";
import { headersIn } from "./mime-source.ts";

export type MailEventType =
  | "send"
  | "delivery"
  | "bounce"
  | "complaint"
  | "reject"
  | "deliveryDelay"
  | "renderingFailure"
  | "open"
  | "click";

export type EventDetail = Record<string, unknown>;

interface EventInput {
  mail: Omit<Mail, "raw"> & { raw?: Buffer };
  /** Epoch milliseconds. */
  at: number;
  accountId: string;
  region: string;
  recipients?: string[];
  /** Overrides single fields of the event's own object, for example `bounceType`. */
  detail?: EventDetail;
}

const HOUR_MS = 3_600_000;
const MTA = "a1-2.smtp-out.eu-central-1.amazonses.com";

/** The name SES gives an event, and the key its own object stands under. */
export const EVENT_NAMES: Record<MailEventType, { eventType: string; key: string }> = {
  send: { eventType: "Send", key: "send" },
  delivery: { eventType: "Delivery", key: "delivery" },
  bounce: { eventType: "Bounce", key: "bounce" },
  complaint: { eventType: "Complaint", key: "complaint" },
  reject: { eventType: "Reject", key: "reject" },
  deliveryDelay: { eventType: "DeliveryDelay", key: "deliveryDelay" },
  renderingFailure: { eventType: "Rendering Failure", key: "failure" },
  open: { eventType: "Open", key: "open" },
  click: { eventType: "Click", key: "click" },
};

/** One event in the JSON that SES publishes to SNS for a configuration set. */
export function mailEvent(type: MailEventType, input: EventInput): string {
  const { eventType, key } = EVENT_NAMES[type];
  const recipients = input.recipients ?? input.mail.recipients;
  const own = { ...OWN_OBJECTS[type](new Date(input.at).toISOString(), recipients, input), ...input.detail };
  return JSON.stringify({ eventType, mail: mailObject(input), [key]: own });
}

function mailObject({ mail, accountId, region }: EventInput): object {
  const headers = mail.raw ? headersIn(mail.raw).map(({ name, value }) => ({ name, value })) : [];
  const { domain } = mailAddress(mail.sender);
  return {
    timestamp: new Date(mail.at).toISOString(),
    source: mail.sender,
    sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${domain}`,
    sendingAccountId: accountId,
    messageId: mail.id,
    destination: mail.recipients,
    headersTruncated: false,
    headers,
    commonHeaders: { from: [mail.sender], to: mail.recipients, messageId: mail.id, subject: mail.subject },
    tags: {
      "ses:operation": [mail.operation],
      ...(mail.configurationSet !== null && { "ses:configuration-set": [mail.configurationSet] }),
      "ses:source-ip": ["127.0.0.1"],
      "ses:from-domain": [domain],
      "ses:caller-identity": ["local"],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
}

type OwnObject = (timestamp: string, recipients: string[], input: EventInput) => object;

const OWN_OBJECTS: Record<MailEventType, OwnObject> = {
  send: () => ({}),
  delivery: (timestamp, recipients, { mail, at }) => ({
    timestamp,
    processingTimeMillis: Math.max(at - mail.at, 1),
    recipients,
    smtpResponse: "250 2.6.0 Message received",
    reportingMTA: MTA,
  }),
  bounce: bounceObject,
  complaint: (timestamp, recipients) => ({
    feedbackId: feedbackId(),
    complaintSubType: null,
    complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    timestamp,
    userAgent: "Amazon SES Mailbox Simulator",
    complaintFeedbackType: "abuse",
    arrivalDate: timestamp,
  }),
  reject: () => ({ reason: "Bad content" }),
  deliveryDelay: (timestamp, recipients, { at }) => ({
    timestamp,
    delayType: "TransientCommunicationFailure",
    expirationTime: new Date(at + 14 * HOUR_MS).toISOString(),
    delayedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      status: "4.4.1",
      diagnosticCode: "smtp; 421 4.4.1 Unable to connect to remote host",
    })),
  }),
  renderingFailure: () => ({}),
  open: (timestamp) => ({ ipAddress: "192.0.2.1", timestamp, userAgent: PERSON_AGENT, isBotEvent: "Unlikely" }),
  click: (timestamp) => ({
    ipAddress: "192.0.2.1",
    link: "",
    linkTags: null,
    timestamp,
    userAgent: PERSON_AGENT,
    isBotEvent: "Unlikely",
  }),
};

const PERSON_AGENT =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

function bounceObject(timestamp: string, recipients: string[], { detail }: EventInput): object {
  const soft = detail?.bounceType === "Transient";
  return {
    feedbackId: feedbackId(),
    bounceType: "Permanent",
    bounceSubType: soft ? "MailboxFull" : "General",
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: soft ? "delayed" : "failed",
      status: soft ? "4.2.2" : "5.1.1",
      diagnosticCode: soft ? "smtp; 452 4.2.2 mailbox full" : "smtp; 550 5.1.1 user unknown",
    })),
    timestamp,
    reportingMTA: `dsn; ${MTA}`,
  };
}

function feedbackId(): string {
  return `0107${Date.now().toString(16).padStart(12, "0")}-${randomUUID()}-000000`;
}
