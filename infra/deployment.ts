import type { App } from "aws-cdk-lib";
import { bundleFolder } from "./bundle/function-names.ts";

/** What differs between two companies' deployments; each is a context value (`cdk deploy -c mailDomain=…` or cdk.json). */
export interface Deployment {
  /** The domain that mail is sent from; its owner adds the DKIM records that the Mail stack puts out. */
  mailDomain: string;
  senderAddress: string;
  /** Where customers reach the product; every link in a mail begins with it. */
  baseUrl: string;
  /** An ACM certificate (us-east-1) for the host of `baseUrl`; without one the site answers on CloudFront's own name. */
  certificateArn: string | undefined;
  /** May sign in as an admin from the first day on. */
  firstAdmin: string;
  /** Who learns of alarms. */
  alarmAddress: string | undefined;
  /** Where the bundled functions lie. */
  bundles: string;
}

/** Reads the context values, with the defaults of a trial run. */
export function deploymentOf(app: App): Deployment {
  const value = (name: string): string | undefined => app.node.tryGetContext(name) ?? undefined;
  const mailDomain = value("mailDomain") ?? "tastemaker.example";
  return {
    mailDomain,
    senderAddress: value("senderAddress") ?? `hello@${mailDomain}`,
    baseUrl: value("baseUrl") ?? "https://tastemaker.example",
    certificateArn: value("certificateArn"),
    firstAdmin: value("firstAdmin") ?? "owner@example.com",
    alarmAddress: value("alarmAddress"),
    bundles: value("bundles") ?? bundleFolder,
  };
}
