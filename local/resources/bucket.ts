import { z } from "zod";
import { type NamedResource, REGION, type ResourceKind } from "../assembly/resource-kind.ts";
import { understood } from "./understood.ts";

const Bucket = z.strictObject({
  BucketName: z.string().optional(),
  BucketEncryption: understood,
  PublicAccessBlockConfiguration: understood,
  OwnershipControls: understood,
  VersioningConfiguration: understood,
  LifecycleConfiguration: understood,
  LoggingConfiguration: understood,
  AccessControl: understood,
  Tags: understood,
});

/** The metadata by which a bucket says which folder is uploaded into it, seen from the assembly's folder. */
export const BUCKET_CONTENT = "tastemaker:content";

export const bucket: ResourceKind<z.infer<typeof Bucket>> = {
  type: "AWS::S3::Bucket",
  properties: Bucket,
  identify(resource) {
    const name = bucketName(resource);
    const domain = { DomainName: `${name}.s3.amazonaws.com`, RegionalDomainName: `${name}.s3.${REGION}.amazonaws.com` };
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}`, ...domain } };
  },
};

function bucketName({ stackName, logicalId, text }: NamedResource): string {
  return text("BucketName") ?? `${stackName}-${logicalId}`.toLowerCase();
}
