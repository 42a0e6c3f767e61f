import { Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { nameResource } from "../parts/name-resource.ts";

const PAGES = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};

// The console's components place <style> elements of their own. Its preview shows an email in a sandboxed frame by
// `srcdoc`, and such a frame inherits this policy: the mail's inline styles and its images from anywhere must pass,
// while its scripts stay forbidden twice, by the sandbox and by `script-src`.
const CONSOLE = {
  ...PAGES,
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: https:",
  "frame-src": "'self'",
};

/** What browsers are told about the public pages and the portal. */
export const pageHeaders = (scope: Construct) => headersPolicy(scope, "PageHeaders", PAGES);

/** What browsers are told about the console. */
export const consoleHeaders = (scope: Construct) => headersPolicy(scope, "ConsoleHeaders", CONSOLE);

function headersPolicy(scope: Construct, name: string, policy: Record<string, string>): ResponseHeadersPolicy {
  const contentSecurityPolicy = Object.entries(policy)
    .map((directive) => directive.join(" "))
    .join("; ");
  const headers = new ResponseHeadersPolicy(scope, name, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      // "same-origin": the addresses carry tokens, which no other site may learn.
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: "permissions-policy", value: "camera=(), geolocation=(), microphone=(), payment=()", override: true },
      ],
    },
  });
  return nameResource(headers, name);
}
