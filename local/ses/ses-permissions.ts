import type { AwsRequest, Permission } from "../aws-service.ts";
import { mailAddress } from "./mail-address.ts";
import { headerIn } from "./mime-source.ts";
import type { SesAccount } from "./ses-account.ts";
import type { SendBulkEmailInput, SendEmailInput } from "./ses-input.ts";
import { routeOf } from "./ses-routes.ts";

/** The rights a call needs: for sending, on the identity that vouches and on the configuration set. */
export function sesPermissions(account: SesAccount, request: AwsRequest): Permission[] {
  const route = routeOf(request);
  if (!route) return [];
  try {
    if (route.operation === "SendEmail") return sendEmailRights(account, JSON.parse(String(request.body)));
    if (route.operation === "SendBulkEmail") return sendBulkRights(account, JSON.parse(String(request.body)));
  } catch {
    return [];
  }
  return [{ action: `ses:${route.operation}`, resource: resourceOf(account, route.operation, route.name) }];
}

/** IAM tells the kinds of content apart by action, although the API has one operation for all. */
function sendEmailRights(account: SesAccount, input: SendEmailInput): Permission[] {
  const raw = input.Content.Raw ? Buffer.from(input.Content.Raw.Data, "base64") : undefined;
  const from = input.FromEmailAddress ?? (raw ? headerIn(raw, "from") : undefined);
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = input.Destination ?? {};
  const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  const template = input.Content.Template?.TemplateName;
  return sendingRights(
    account,
    raw ? "ses:SendRawEmail" : "ses:SendEmail",
    from,
    recipients,
    input.ConfigurationSetName,
    template,
  );
}

function sendBulkRights(account: SesAccount, input: SendBulkEmailInput): Permission[] {
  const recipients = input.BulkEmailEntries.flatMap((entry) => entry.Destination.ToAddresses ?? []);
  const template = input.DefaultContent.Template.TemplateName;
  return sendingRights(
    account,
    "ses:SendBulkEmail",
    input.FromEmailAddress,
    recipients,
    input.ConfigurationSetName,
    template,
  );
}

function sendingRights(
  account: SesAccount,
  action: string,
  from: string | undefined,
  recipients: string[],
  configurationSet: string | undefined,
  template: string | undefined,
): Permission[] {
  const sender = mailAddress(from ?? "");
  const context = {
    "ses:FromAddress": [sender.address],
    "ses:FromDisplayName": [sender.header.replace(/<[^<>]*>$/, "").trim()],
    "ses:Recipients": recipients.map((recipient) => mailAddress(recipient).address),
  };
  const resources = [
    account.arnOf("identity", account.identityFor(sender) ?? sender.domain),
    ...(configurationSet ? [account.arnOf("configuration-set", configurationSet)] : []),
    ...(template ? [account.arnOf("template", template)] : []),
  ];
  return resources.map((resource) => ({ action, resource, context }));
}

function resourceOf(account: SesAccount, operation: string, name: string): string {
  if (operation === "GetEmailIdentity") return account.arnOf("identity", name);
  if (operation.includes("ConfigurationSet")) return account.arnOf("configuration-set", name);
  if (/EmailTemplate$/.test(operation) && name !== "") return account.arnOf("template", name);
  return "*";
}
