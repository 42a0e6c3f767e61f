import { type App, CfnOutput, Stack } from "aws-cdk-lib";
import type { Deployment } from "../deployment.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { distribution } from "./distribution.ts";
import { httpApi } from "./http-api.ts";
import { httpStage } from "./http-stage.ts";
import { siteBucket } from "./site-bucket.ts";

/** Where people reach the product. */
export class WebStack extends Stack {
  constructor(app: App, id: string, { deployment, engine }: { deployment: Deployment; engine: EngineStack }) {
    super(app, id);
    const api = httpApi(this, engine.functions);
    httpStage(this, api);
    const site = siteBucket(this);
    const cdn = distribution(this, api, site, deployment);
    new CfnOutput(this, "SiteUrl", { value: `https://${cdn.distributionDomainName}` });
    new CfnOutput(this, "SiteBucket", { value: site.bucketName });
  }
}
