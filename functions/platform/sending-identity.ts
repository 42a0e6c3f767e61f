import { GetEmailIdentityCommand, NotFoundException } from "@aws-sdk/client-sesv2";
import { ses } from "./ses.ts";

/** How far SES is with the domain that mail comes from. */
export interface SendingIdentity {
  verified: boolean;
  /** SES's word for DKIM: SUCCESS once its records were found in the domain's DNS. */
  dkim: string;
  /** The domain of the return path, whose SPF record SES looks for; absent while it is SES's own. */
  mailFrom?: { domain: string; status: string };
}

/** Asks SES about a sending domain; undefined when it is not set up at all. */
export async function readSendingIdentity(domain: string): Promise<SendingIdentity | undefined> {
  try {
    const found = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
    const { VerifiedForSendingStatus, DkimAttributes, MailFromAttributes } = found;
    const { MailFromDomain, MailFromDomainStatus = "PENDING" } = MailFromAttributes ?? {};
    return {
      verified: VerifiedForSendingStatus ?? false,
      dkim: DkimAttributes?.SigningEnabled ? (DkimAttributes.Status ?? "NOT_STARTED") : "NOT_STARTED",
      ...(MailFromDomain ? { mailFrom: { domain: MailFromDomain, status: MailFromDomainStatus } } : {}),
    };
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
