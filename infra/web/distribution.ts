import { Stack } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Deployment } from "../deployment.ts";
import { acceptFinding } from "../parts/accept-finding.ts";
import { nameResource } from "../parts/name-resource.ts";
import { documentRewrite } from "./document-rewrite.ts";
import { consoleHeaders, pageHeaders } from "./security-headers.ts";

/** The one address of the product: pages and API from the functions, console and assets from the bucket. */
export function distribution(scope: Construct, api: HttpApi, site: Bucket, deployment: Deployment): Distribution {
  const headers = pageHeaders(scope);
  const files = { ...fromBucket(site), responseHeadersPolicy: headers };
  const documents = { ...files, functionAssociations: [documentRewrite(scope)] };
  const made = new Distribution(scope, "Distribution", {
    defaultBehavior: { ...fromApi(scope, api), responseHeadersPolicy: headers },
    additionalBehaviors: {
      "/assets/*": files,
      "/openapi.json": files,
      "/docs*": documents,
      "/console*": { ...documents, responseHeadersPolicy: consoleHeaders(scope) },
    },
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_ALL,
    ...ownName(scope, deployment),
  });
  acceptFindings(made, deployment);
  return nameResource(made, "Distribution");
}

// Every page is about one person or about this moment's stock, so nothing of the API is kept. All but the Host header
// passes: API Gateway answers only to its own name.
function fromApi(scope: Construct, api: HttpApi) {
  return {
    origin: new HttpOrigin(`${api.apiId}.execute-api.${Stack.of(scope).region}.amazonaws.com`),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  };
}

function fromBucket(site: Bucket) {
  return {
    origin: S3BucketOrigin.withOriginAccessControl(site),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  };
}

function ownName(scope: Construct, { baseUrl, certificateArn }: Deployment): Partial<DistributionProps> {
  if (!certificateArn) return {};
  return {
    domainNames: [new URL(baseUrl).hostname],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function acceptFindings(made: Distribution, { certificateArn }: Deployment): void {
  acceptFinding(made, "CFR1", "Customers may be anywhere; who may not be served is the company's decision.");
  acceptFinding(made, "CFR2", "A web firewall costs more a month than the idle product; the API throttles by route.");
  acceptFinding(
    made,
    "CFR3",
    "Access logs would hold the tokens and codes of links; the API logs routes without them.",
  );
  if (certificateArn) return;
  acceptFinding(made, "CFR4", "Only a trial run answers on CloudFront's own name; with certificateArn it is TLS 1.2.");
}
