import vm from "node:vm";
import { expect, test } from "vitest";
import { resourceOf, synthesize } from "../support/synthesize.ts";

const { web } = synthesize();
const { DistributionConfig: cdn } = resourceOf(web, "Distribution").Properties;
const policies = ["PageHeaders", "ConsoleHeaders"] as const;
const headersOf = (name: (typeof policies)[number]) => resourceOf(web, name).Properties.ResponseHeadersPolicyConfig;
const behaviour = (pattern: string) =>
  cdn.CacheBehaviors.find((each: { PathPattern: string }) => each.PathPattern === pattern);

function directives(name: (typeof policies)[number]): Record<string, string> {
  const text: string = headersOf(name).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
  return Object.fromEntries(
    text.split("; ").map((each) => [each.slice(0, each.indexOf(" ")), each.slice(each.indexOf(" ") + 1)]),
  );
}

test.each(policies)("%s let no script run that is not a file of ours, and no site frame us", (name) => {
  expect(directives(name)).toMatchObject({
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });
  const security = headersOf(name).SecurityHeadersConfig;
  expect(security.FrameOptions.FrameOption).toBe("DENY");
  expect(security.ContentTypeOptions.Override).toBe(true);
  expect(security.ReferrerPolicy.ReferrerPolicy).toBe("same-origin");
  expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(365 * 24 * 3600);
  expect(headersOf(name).CustomHeadersConfig.Items[0].Header).toBe("permissions-policy");
});

test("pages take styles from files only; the console's preview of a mail may bring its own", () => {
  expect(directives("PageHeaders")["style-src"]).toBe("'self'");
  expect(directives("ConsoleHeaders")["style-src"]).toBe("'self' 'unsafe-inline'");
  expect(directives("ConsoleHeaders")["img-src"]).toContain("https:");
});

test("pages and API are never kept by the CDN, and see cookies and queries", () => {
  const disabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
  expect(cdn.DefaultCacheBehavior).toMatchObject({
    CachePolicyId: disabled,
    OriginRequestPolicyId: allViewerExceptHost,
    ViewerProtocolPolicy: "redirect-to-https",
    ResponseHeadersPolicyId: { Ref: "PageHeaders" },
  });
  expect(cdn.DefaultCacheBehavior.AllowedMethods).toEqual(expect.arrayContaining(["PATCH", "POST"]));
});

test("console and assets come from the bucket, which nobody else can read", () => {
  expect(behaviour("/console*").ResponseHeadersPolicyId).toEqual({ Ref: "ConsoleHeaders" });
  expect(behaviour("/assets/*").ResponseHeadersPolicyId).toEqual({ Ref: "PageHeaders" });
  const site = resourceOf(web, "Site");
  expect(Object.values(site.Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
  expect(site.Properties.BucketEncryption).toBeDefined();
  expect(site.Metadata?.["tastemaker:content"]).toMatch(/dist\/site$/);
});

test("every page of the console is its one document, and so of the docs, while their files stay themselves", () => {
  const code: string = resourceOf(web, "DocumentRewrite").Properties.FunctionCode;
  const rewritten = (uri: string) =>
    vm.runInNewContext(`${code}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`);
  expect(rewritten("/console")).toBe("/console/index.html");
  expect(rewritten("/console/")).toBe("/console/index.html");
  expect(rewritten("/console/templates/welcome")).toBe("/console/index.html");
  expect(rewritten("/docs")).toBe("/docs/index.html");
  expect(rewritten("/docs/docs.css")).toBe("/docs/docs.css");
  expect(rewritten("/console/assets/main-1a2b.js")).toBe("/console/assets/main-1a2b.js");
});

test("with a certificate the site answers on the company's own name by TLS 1.2", () => {
  const { web: own } = synthesize({
    baseUrl: "https://try.lantern.example",
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555",
  });
  const { DistributionConfig } = resourceOf(own, "Distribution").Properties;
  expect(DistributionConfig.Aliases).toEqual(["try.lantern.example"]);
  expect(DistributionConfig.ViewerCertificate.MinimumProtocolVersion).toBe("TLSv1.2_2021");
});
