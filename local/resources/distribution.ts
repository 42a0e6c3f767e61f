import { z } from "zod";
import { ACCOUNT, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const Behavior = z.strictObject({
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(["GET", "HEAD"]),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.strictObject({ EventType: z.literal("viewer-request"), FunctionARN: z.string() }))
    .default([]),
  ViewerProtocolPolicy: understood,
  CachedMethods: understood,
  Compress: understood,
});

const PathBehavior = Behavior.extend({ PathPattern: z.string() });

const Origin = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.string().optional(),
  CustomOriginConfig: understood,
  S3OriginConfig: understood,
  OriginAccessControlId: understood,
  ConnectionAttempts: understood,
  ConnectionTimeout: understood,
});

const Distribution = z.strictObject({
  DistributionConfig: z.strictObject({
    Enabled: z.literal(true),
    DefaultCacheBehavior: Behavior,
    CacheBehaviors: z.array(PathBehavior).default([]),
    Origins: z.array(Origin),
    DefaultRootObject: z.literal("").optional(),
    Aliases: understood,
    Comment: understood,
    HttpVersion: understood,
    IPV6Enabled: understood,
    Logging: understood,
    PriceClass: understood,
    Restrictions: understood,
    ViewerCertificate: understood,
  }),
  Tags: understood,
});

export type Distribution = z.infer<typeof Distribution>["DistributionConfig"];
export type Behavior = z.infer<typeof Behavior> & { PathPattern?: string };

export const distribution: ResourceKind<z.infer<typeof Distribution>> = {
  type: "AWS::CloudFront::Distribution",
  properties: Distribution,
  identify({ stackName, logicalId }) {
    const id = `${stackName}-${logicalId}`;
    return { ref: id, attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` } };
  },
};

const EdgeFunction = z.strictObject({
  Name: z.string(),
  AutoPublish: z.literal(true),
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({ Comment: z.string(), Runtime: z.literal("cloudfront-js-2.0") }),
  Tags: understood,
});

export const edgeFunction: ResourceKind<z.infer<typeof EdgeFunction>> = {
  type: "AWS::CloudFront::Function",
  properties: EdgeFunction,
  identify({ stackName, logicalId }) {
    const arn = `arn:aws:cloudfront::${ACCOUNT}:function/${stackName}-${logicalId}`;
    return { ref: arn, attributes: { FunctionARN: arn } };
  },
};
