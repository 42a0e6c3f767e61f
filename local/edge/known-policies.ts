/** Amazon's managed policies by id, as far as this machine behaves like them: nothing is cached, everything is passed. */
const CACHE_POLICIES: Record<string, string> = {
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": "CachingDisabled",
  "658327ea-f89d-4fab-a63d-7e88639e58f6": "CachingOptimized",
};

const ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

/** Says what is wrong with the policies of a behaviour that leads to the HTTP API; undefined when they fit. */
export function problemWithApiPolicies(
  cachePolicyId: string,
  originRequestPolicyId: string | undefined,
): string | undefined {
  if (CACHE_POLICIES[cachePolicyId] !== "CachingDisabled")
    return "answers of functions must not be cached (CachingDisabled)";
  if (originRequestPolicyId === ALL_VIEWER_EXCEPT_HOST_HEADER) return undefined;
  return "the local runtime passes all but the Host header on, so the origin request policy must be AllViewerExceptHostHeader";
}

/** As above for a behaviour that leads to a bucket. */
export function problemWithBucketPolicies(cachePolicyId: string): string | undefined {
  return cachePolicyId in CACHE_POLICIES
    ? undefined
    : `the local runtime does not know the cache policy ${cachePolicyId}`;
}
