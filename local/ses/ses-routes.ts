import type { AwsRequest } from "../aws-service.ts";

interface Route {
  method: string;
  /** The path below /v2/email with `{}` for the named part. */
  path: string;
  operation: string;
}

const ROUTES: Route[] = [
  { method: "POST", path: "/outbound-emails", operation: "SendEmail" },
  { method: "POST", path: "/outbound-bulk-emails", operation: "SendBulkEmail" },
  { method: "POST", path: "/templates", operation: "CreateEmailTemplate" },
  { method: "GET", path: "/templates", operation: "ListEmailTemplates" },
  { method: "PUT", path: "/templates/{}", operation: "UpdateEmailTemplate" },
  { method: "GET", path: "/templates/{}", operation: "GetEmailTemplate" },
  { method: "DELETE", path: "/templates/{}", operation: "DeleteEmailTemplate" },
  { method: "POST", path: "/templates/{}/render", operation: "TestRenderEmailTemplate" },
  { method: "GET", path: "/account", operation: "GetAccount" },
  { method: "PUT", path: "/account/sending", operation: "PutAccountSendingAttributes" },
  { method: "PUT", path: "/suppression/addresses", operation: "PutSuppressedDestination" },
  { method: "GET", path: "/suppression/addresses", operation: "ListSuppressedDestinations" },
  { method: "GET", path: "/suppression/addresses/{}", operation: "GetSuppressedDestination" },
  { method: "DELETE", path: "/suppression/addresses/{}", operation: "DeleteSuppressedDestination" },
  { method: "GET", path: "/identities/{}", operation: "GetEmailIdentity" },
  { method: "GET", path: "/configuration-sets/{}", operation: "GetConfigurationSet" },
  {
    method: "GET",
    path: "/configuration-sets/{}/event-destinations",
    operation: "GetConfigurationSetEventDestinations",
  },
];

const PREFIX = "/v2/email";

/** Which operation a REST call is, and what it names in its path; undefined where we know none. */
export function routeOf({ method, path }: AwsRequest): { operation: string; name: string } | undefined {
  const parts = path.replace(/\/$/, "").split("/");
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const pattern = `${PREFIX}${route.path}`.split("/");
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((part, at) => part === "{}" || part === parts[at])) continue;
    return { operation: route.operation, name: decodeURIComponent(parts[pattern.indexOf("{}")] ?? "") };
  }
  return undefined;
}
