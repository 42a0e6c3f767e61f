import path from "node:path";
import { type CfnResource, Stage } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { siteFolder } from "../bundle/build-site.ts";
import { acceptFinding } from "../parts/accept-finding.ts";
import { nameResource } from "../parts/name-resource.ts";

/** The console and the pages' assets. `npm run deploy` uploads them; only CloudFront reads them. */
export function siteBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "Site", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
  });
  acceptFinding(
    bucket,
    "S1",
    "Public files read through CloudFront only; a log of who read them would be about people.",
  );
  (bucket.node.defaultChild as CfnResource).addMetadata("tastemaker:content", contentFolder(scope));
  return nameResource(bucket, "Site");
}

// Relative to the assembly, so that the local product finds the files and the template is the same on every machine.
function contentFolder(scope: Construct): string {
  const assembly = path.resolve(Stage.of(scope)?.outdir ?? "cdk.out");
  return path.relative(assembly, siteFolder);
}
