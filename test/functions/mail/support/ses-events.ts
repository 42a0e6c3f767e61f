/** Agents that real readers and real machines come with. */
export const AGENTS = {
  chrome:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  iphone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  outlook: "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; Microsoft Outlook 16.0.17328)",
  applePrivacy: "Mozilla/5.0",
  gmailProxy: "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  yahooProxy: "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
  barracuda: "BarracudaCentral/1.0 (Barracuda Sentinel EE)",
  proofpoint: "Mozilla/5.0 (compatible; ProofpointURLDefense/1.0)",
  existence: "Microsoft Office Existence Discovery",
  script: "python-requests/2.32.3",
} as const;

/** An event as SES publishes it to the topic: the own object of its kind, and the mail it is about. */
export function sesEvent(eventType: string, own: Record<string, unknown>): object {
  return {
    eventType,
    mail: {
      timestamp: "2026-11-02T09:00:00.412Z",
      source: "Lantern Language School <hello@lantern.example>",
      sourceArn: "arn:aws:ses:eu-central-1:123456789012:identity/lantern.example",
      sendingAccountId: "123456789012",
      messageId: "0107019a4f5c1c2d-3f1c8f7e-000000",
      destination: ["ana@example.com"],
      headersTruncated: false,
      headers: [{ name: "Subject", value: "Welcome" }],
      commonHeaders: { from: ["hello@lantern.example"], to: ["ana@example.com"], subject: "Welcome" },
      tags: {
        "ses:operation": ["SendBulkTemplatedEmail"],
        "ses:configuration-set": ["Marketing"],
        "ses:from-domain": ["lantern.example"],
        message: ["msg_1"],
        contact: ["con_1"],
      },
    },
    ...own,
  };
}

export function deliveryEvent(timestamp = "2026-11-02T09:00:02.120Z"): object {
  const delivery = {
    timestamp,
    processingTimeMillis: 1708,
    recipients: ["ana@example.com"],
    smtpResponse: "250 2.0.0 OK",
    reportingMTA: "b224-13.smtp-out.eu-central-1.amazonses.com",
  };
  return sesEvent("Delivery", { delivery });
}

export function bounceEvent(bounceType: string, bounceSubType: string, timestamp = "2026-11-02T09:00:03.000Z"): object {
  const bounce = {
    feedbackId: "0107019a4f5c2b1a-11aa22bb-000000",
    bounceType,
    bounceSubType,
    bouncedRecipients: [
      { emailAddress: "ana@example.com", action: "failed", status: "4.2.2", diagnosticCode: "smtp; 452 mailbox full" },
    ],
    timestamp,
    reportingMTA: "dns; b224-13.smtp-out.eu-central-1.amazonses.com",
  };
  return sesEvent("Bounce", { bounce });
}

export function openEvent(timestamp: string, userAgent: string, more: object = {}): object {
  return sesEvent("Open", { open: { ipAddress: "198.51.100.7", timestamp, userAgent, ...more } });
}

export function clickEvent(timestamp: string, userAgent: string, link: string, more: object = {}): object {
  return sesEvent("Click", {
    click: { ipAddress: "198.51.100.7", timestamp, userAgent, link, linkTags: null, ...more },
  });
}
