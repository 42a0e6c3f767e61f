import { CfnOutput } from "aws-cdk-lib";
import { EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";

/** The domain that mail comes from. SES signs with DKIM once the three records it puts out are in the domain's DNS. */
export function sendingIdentity(scope: Construct, domain: string): EmailIdentity {
  const identity = nameResource(
    new EmailIdentity(scope, "SendingIdentity", { identity: Identity.domain(domain) }),
    "SendingIdentity",
  );
  identity.dkimRecords.forEach(({ name, value }, index) => {
    new CfnOutput(scope, `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` });
  });
  return identity;
}
