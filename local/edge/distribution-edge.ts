import { resolve } from "node:path";
import { AssemblyError } from "../assembly/assembly-error.ts";
import type { Assembly } from "../assembly/load-assembly.ts";
import type { HttpApi } from "../http/http-api.ts";
import type { HttpRequest, HttpResponse } from "../http/messages.ts";
import { BUCKET_CONTENT, bucket } from "../resources/bucket.ts";
import {
  type Behavior,
  type Distribution,
  distribution,
  edgeFunction as edgeFunctionKind,
} from "../resources/distribution.ts";
import { responseHeadersPolicy } from "../resources/response-headers-policy.ts";
import { bucketFiles } from "./bucket-files.ts";
import { type EdgeResult, edgeFunction } from "./edge-function.ts";
import { problemWithApiPolicies, problemWithBucketPolicies } from "./known-policies.ts";
import { responseHeaders } from "./response-headers.ts";

/** Answers a viewer's request as the whole site would. */
export type Site = (request: HttpRequest) => Promise<HttpResponse>;

type Origin = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;

interface Lane {
  pattern: RegExp;
  methods: Set<string>;
  rewrite: ((request: HttpRequest) => EdgeResult)[];
  origin: Origin;
  finish: (response: HttpResponse) => HttpResponse;
}

// What the API sees as its caller is CloudFront; the viewer stands in x-forwarded-for.
const EDGE_ADDRESS = "130.176.0.1";

/** The distribution of the assembly: which behaviour takes a path, what it lets through, and what it adds. */
export function distributionEdge(assembly: Assembly, apis: HttpApi[]): Site | undefined {
  const [found, another] = assembly.of(distribution);
  if (found === undefined) return undefined;
  if (another !== undefined) throw new AssemblyError({ stack: another.stackName }, "locally there is one site only.");
  const { CacheBehaviors, DefaultCacheBehavior, ...config } = found.properties.DistributionConfig;
  const where = { stack: found.stackName, logicalId: found.logicalId, type: distribution.type };
  const lanes = [...CacheBehaviors, { ...DefaultCacheBehavior, PathPattern: "*" }].map((behavior) =>
    laneOf(behavior, assembly, originOf(behavior, config, assembly, apis, where)),
  );
  return (request) => throughLane(lanes.find(({ pattern }) => pattern.test(request.path)) as Lane, request);
}

async function throughLane({ methods, rewrite, origin, finish }: Lane, request: HttpRequest): Promise<HttpResponse> {
  if (!methods.has(request.method)) return finish(plain(403, "This distribution does not allow this method."));
  let current = request;
  for (const step of rewrite) {
    const result = step(current);
    if ("response" in result) return finish(result.response);
    current = result.request;
  }
  return finish(await origin(current));
}

function laneOf(behavior: Behavior, assembly: Assembly, origin: Origin): Lane {
  const policy = assembly.of(responseHeadersPolicy).find(({ ref }) => ref === behavior.ResponseHeadersPolicyId);
  const rewrite = behavior.FunctionAssociations.map(({ FunctionARN }) => {
    const code = assembly.of(edgeFunctionKind).find(({ ref }) => ref === FunctionARN)?.properties.FunctionCode;
    return edgeFunction(code ?? "");
  });
  return {
    pattern: pathPattern(behavior.PathPattern ?? "*"),
    methods: new Set(behavior.AllowedMethods),
    rewrite,
    origin,
    finish:
      policy === undefined ? (response) => response : responseHeaders(policy.properties.ResponseHeadersPolicyConfig),
  };
}

function originOf(
  behavior: Behavior,
  config: Pick<Distribution, "Origins">,
  assembly: Assembly,
  apis: HttpApi[],
  where: { stack: string; logicalId: string; type: string },
): Origin {
  const domain = config.Origins.find(({ Id }) => Id === behavior.TargetOriginId)?.DomainName ?? "";
  const refuse = (problem: string | undefined) => {
    if (problem !== undefined) throw new AssemblyError(where, `${behavior.PathPattern}: ${problem}.`);
  };
  const api = apis.find(({ domainName }) => domainName === domain);
  if (api !== undefined) {
    refuse(problemWithApiPolicies(behavior.CachePolicyId, behavior.OriginRequestPolicyId));
    return (request) => api.answer(seenFromEdge(request));
  }
  const files = assembly.of(bucket).find(({ attributes }) => attributes.RegionalDomainName === domain);
  if (files === undefined) refuse(`its origin ${domain} is neither an API nor a bucket of the assembly`);
  refuse(problemWithBucketPolicies(behavior.CachePolicyId));
  return bucketFiles(resolve(assembly.folder, String(files?.metadata[BUCKET_CONTENT] ?? "nothing-uploaded")));
}

function seenFromEdge(request: HttpRequest): HttpRequest {
  const given = request.headers.filter(([name]) => name === "x-forwarded-for").map(([, value]) => value);
  const others = request.headers.filter(([name]) => name !== "x-forwarded-for");
  const forwarded = [...given, request.sourceIp, EDGE_ADDRESS].join(", ");
  return { ...request, sourceIp: EDGE_ADDRESS, headers: [...others, ["x-forwarded-for", forwarded]] };
}

function pathPattern(pattern: string): RegExp {
  const path = pattern.startsWith("/") || pattern === "*" ? pattern : `/${pattern}`;
  const escaped = path.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`);
}

function plain(status: number, text: string): HttpResponse {
  return { status, headers: [["content-type", "text/plain; charset=utf-8"]], body: Buffer.from(text) };
}
