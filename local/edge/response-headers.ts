import type { HttpResponse } from "../http/messages.ts";
import type { ResponseHeadersPolicy } from "../resources/response-headers-policy.ts";

interface PolicyHeader {
  name: string;
  value: string;
  /** Whether the policy's value replaces the one that the origin sent. */
  overrides: boolean;
}

/** Adds, replaces and removes headers of every answer as the distribution's policy says. */
export function responseHeaders(policy: ResponseHeadersPolicy): (response: HttpResponse) => HttpResponse {
  const added = headersOf(policy);
  const removed = new Set(policy.RemoveHeadersConfig?.Items.map(({ Header }) => Header.toLowerCase()));
  const overriding = new Set(added.filter(({ overrides }) => overrides).map(({ name }) => name));
  return (response) => {
    const kept = response.headers.filter(([name]) => !removed.has(name) && !overriding.has(name));
    const present = new Set(kept.map(([name]) => name));
    const missing = added.filter(({ name }) => !present.has(name));
    return { ...response, headers: [...kept, ...missing.map(({ name, value }): [string, string] => [name, value])] };
  };
}

function headersOf(policy: ResponseHeadersPolicy): PolicyHeader[] {
  const security = policy.SecurityHeadersConfig ?? {};
  const header = (name: string, given: { Override: boolean } | undefined, value: string | undefined): PolicyHeader[] =>
    given === undefined ? [] : [{ name, value: value ?? "", overrides: given.Override }];
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy, StrictTransportSecurity } = security;
  return [
    ...header("content-security-policy", ContentSecurityPolicy, ContentSecurityPolicy?.ContentSecurityPolicy),
    ...header("x-content-type-options", ContentTypeOptions, "nosniff"),
    ...header("x-frame-options", FrameOptions, FrameOptions?.FrameOption),
    ...header("referrer-policy", ReferrerPolicy, ReferrerPolicy?.ReferrerPolicy),
    ...header("strict-transport-security", StrictTransportSecurity, transportSecurity(StrictTransportSecurity)),
    ...(policy.CustomHeadersConfig?.Items ?? []).flatMap((item) => header(item.Header.toLowerCase(), item, item.Value)),
  ];
}

function transportSecurity(
  given: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean; Preload: boolean } | undefined,
): string {
  if (given === undefined) return "";
  const flags = [given.IncludeSubdomains ? "includeSubDomains" : "", given.Preload ? "preload" : ""];
  return [`max-age=${given.AccessControlMaxAgeSec}`, ...flags.filter((flag) => flag !== "")].join("; ");
}
